package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import kindred.experiment.Json;
import kindred.experiment.Seeds;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;

/** How long runs take, by those that are done. */
final class RunTimes {
  private static final String ANY = "*";

  private final Map<JsonNode, List<Double>> seconds = new HashMap<>();

  RunTimes(Workspace workspace) {
    for (RunFolder run : workspace.all()) {
      RunState state = run.state();
      if (state.status() == Status.DONE) {
        run.readableStage().ifPresent(stage -> add(stage, state.seconds()));
      }
    }
  }

  private void add(Stage stage, double took) {
    seconds.computeIfAbsent(exact(stage), key -> new ArrayList<>()).add(took);
    seconds.computeIfAbsent(alike(stage), key -> new ArrayList<>()).add(took);
  }

  /**
   * The mean time of runs that differ in seed and input alone; else of those of the same kind with
   * the same training; nothing if there are none.
   */
  OptionalDouble of(Stage stage) {
    OptionalDouble same = mean(exact(stage));
    return same.isPresent() ? same : mean(alike(stage));
  }

  private OptionalDouble mean(JsonNode key) {
    return seconds.getOrDefault(key, List.of()).stream().mapToDouble(s -> s).average();
  }

  private static JsonNode exact(Stage stage) {
    return Seeds.without(stage.input() == null ? stage : stage.withInput(ANY));
  }

  private static JsonNode alike(Stage stage) {
    ObjectNode all = Seeds.without(stage);
    ObjectNode some = Json.object();
    some.set("stage", all.get("stage"));
    some.set("training", all.get("training"));
    return some;
  }
}
