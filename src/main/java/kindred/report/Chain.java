package kindred.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kindred.experiment.CommandWords;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.Measured;
import kindred.run.RunFolder;
import kindred.run.Standing;
import kindred.run.Workspace;

/**
 * The runs that lead to a run, as far as they are still there, each before those that build on it,
 * the run itself last.
 */
final class Chain {
  private final Map<String, RunFolder> runs = new LinkedHashMap<>();
  private final List<RunFolder> evaluations;
  private final Map<String, String> missing = new TreeMap<>();

  Chain(Workspace workspace, RunFolder run) {
    add(workspace, run);
    evaluations =
        Measured.of(workspace, run).stream()
            .flatMap(measured -> workspace.find(measured.evaluation()).stream())
            .toList();
  }

  private void add(Workspace workspace, RunFolder run) {
    Stage stage = run.readableStage().orElse(null);
    if (stage != null) {
      for (String name : inputs(stage)) {
        Optional<RunFolder> input = workspace.find(name);
        if (input.isEmpty()) {
          missing.put(name, run.id());
        } else if (!runs.containsKey(name)) {
          add(workspace, input.get());
        }
      }
    }
    runs.put(run.id(), run);
  }

  private static List<String> inputs(Stage stage) {
    List<String> inputs = new ArrayList<>();
    for (String name : new String[] {stage.input(), stage.weights()}) {
      if (name != null) {
        inputs.add(name);
      }
    }
    return inputs;
  }

  /** What the run is built on, in words, by its name; nothing if it begins with images. */
  Map<String, String> origins() {
    Map<String, String> origins = new LinkedHashMap<>();
    missing.forEach(
        (name, user) -> origins.put(name, "a file, or a run that is gone; read by " + user));
    List<RunFolder> before = new ArrayList<>(runs.values());
    before.remove(before.size() - 1);
    for (RunFolder run : before) {
      String what = run.readableStage().map(Stage::title).orElse("of another version");
      origins.put(run.id(), what + ", " + Standing.of(run));
    }
    return origins;
  }

  /**
   * What repeats them all, and the run's evaluations: a command for each, and the same as one
   * experiment.
   */
  Html repeat() {
    Map<String, Stage> stages = new LinkedHashMap<>();
    StringBuilder commands = new StringBuilder();
    List<RunFolder> all = new ArrayList<>(runs.values());
    all.addAll(evaluations);
    for (RunFolder run : all) {
      Optional<Stage> stage = run.readableStage();
      if (stage.isEmpty()) {
        return new Html().element("p", run.id() + " was asked by another version of Kindred.");
      }
      stages.put(run.id(), stage.get());
      commands.append("kindred ").append(CommandWords.line(CommandWords.of(stage.get())));
      commands.append('\n');
    }
    Html html = new Html();
    if (stages.size() > 1) {
      String how = "Each command names the run before it as it is called here; where it gets";
      html.element("p", how + " another name, write that.", "class", "quiet").line();
    }
    html.element("pre", commands.toString()).line();
    Set<String> loose = missing.keySet();
    String file =
        Json.pretty(new Experiment(runs.keySet().stream().reduce("", (a, b) -> b), stages));
    String title = "All at once, as an experiment for kindred run FILE.json";
    Html inside = new Html();
    if (!loose.isEmpty()) {
      inside.element("p", "It reads " + String.join(", ", loose) + ", which must be there.");
    }
    return html.folded(title, inside.element("pre", file));
  }
}
