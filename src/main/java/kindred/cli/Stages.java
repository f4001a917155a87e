package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kindred.data.Datasets;
import kindred.experiment.BadInput;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.metrics.NumberWords;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.RunState.Status;
import kindred.run.Standing;
import kindred.run.TrainingLength;
import kindred.run.Workspace;

/** Carries out stages one after another and shows their results. */
final class Stages {
  private static final int STOPPED = 130;

  private final Workspace workspace;
  private final Terminal terminal;

  Stages(KindredCommand kindred) {
    workspace = kindred.open();
    terminal = kindred.terminal();
  }

  static int exitCode(RunState end) {
    return switch (end.actualStatus()) {
      case DONE -> 0;
      case STOPPED -> STOPPED;
      default -> end.badInput() ? Failures.BAD_INPUT : Failures.FAILED;
    };
  }

  /** Creates the run of a stage, works on it, and prints what it measured. */
  int stage(Stage stage) {
    warnOfFewSteps(stage);
    return carryOut(workspace.create(stage));
  }

  private void warnOfFewSteps(Stage stage) {
    if (!(stage instanceof TrainingStage training)) {
      return;
    }
    new Datasets(workspace.datasets())
        .list().stream()
            .filter(entry -> entry.name().equals(training.data()))
            .flatMap(entry -> entry.info().stream())
            .map(images -> TrainingLength.of(training.training(), images))
            .filter(TrainingLength::few)
            .forEach(length -> terminal.note(length.inWords() + " (--epochs)"));
  }

  /** Works on a queued run and prints what it measured. */
  int carryOut(RunFolder run) {
    RunState end = new Follower(workspace, terminal, "").follow(run);
    if (end.actualStatus() == Status.DONE) {
      terminal.line(Results.sentence(run.id(), run.stage(), end));
    } else {
      explain(run, end, "");
    }
    terminal.result(json(run, end));
    return exitCode(end);
  }

  private static String notBegun(int left, String again) {
    return left == 0
        ? ""
        : "; not begun: "
            + NumberWords.count(left, "run", "runs")
            + " after it. To go on with all: "
            + again;
  }

  /**
   * @param rest said besides, when there would have been more to do
   */
  private void explain(RunFolder run, RunState end, String rest) {
    switch (end.actualStatus()) {
      case STOPPED -> terminal.note(Follower.howToGoOn(workspace, run) + rest);
      case FAILED -> terminal.note("kindred: " + end.message() + rest);
      default ->
          terminal.note(
              "kindred: the worker of "
                  + run.id()
                  + " died (see "
                  + run.path().resolve("worker-errors.txt")
                  + "); nothing before its last checkpoint is lost: "
                  + workspace.command("resume", run.id())
                  + rest);
    }
  }

  /** What a run is doing; a paused one has its worker and is told apart. */
  static String word(RunFolder run, RunState state) {
    Standing standing = Standing.of(run);
    return (standing == Standing.PAUSED ? standing : state.actualStatus()).toString();
  }

  static ObjectNode json(RunFolder run, RunState end) {
    ObjectNode line = Json.object();
    line.put("run", run.id());
    line.put("status", end.actualStatus().toString());
    line.put("seconds", Math.round(end.seconds() * 1000) / 1000.0);
    if (end.result() instanceof ObjectNode result) {
      line.setAll(result);
    }
    if (end.message() != null) {
      line.put("message", end.message());
    }
    return line;
  }

  /**
   * Carries out all stages of an experiment, then prints a table of what was measured.
   *
   * @param goOn whether runs that the workspace has already are used again and gone on with
   * @param again the words of the command that goes on with this experiment
   */
  int experiment(Experiment experiment, boolean goOn, String... again) {
    Map<String, RunFolder> runs = new LinkedHashMap<>();
    Map<String, String> ids = new HashMap<>();
    ObjectNode all = Json.object();
    double seconds = 0;
    for (Map.Entry<String, Stage> entry : experiment.stages().entrySet()) {
      RunFolder run = run(entry.getValue().withInputs(ids), goOn);
      runs.put(entry.getKey(), run);
      ids.put(entry.getKey(), run.id());
      int total = experiment.stages().size();
      terminal.note("run " + runs.size() + " of " + total + ": " + run.id());
      String rest = notBegun(total - runs.size(), workspace.command(again));
      RunState end =
          run.state().actualStatus() == Status.DONE
              ? run.state()
              : new Follower(workspace, terminal, rest).follow(run);
      seconds += end.seconds();
      all.set(entry.getKey(), json(run, end));
      if (end.actualStatus() != Status.DONE) {
        explain(run, end, rest);
        terminal.result(summary(experiment, all, seconds));
        return exitCode(end);
      }
      terminal.note(Results.sentence(run.id(), run.stage(), end));
    }
    Results.table(runs).forEach(terminal::line);
    terminal.result(summary(experiment, all, seconds));
    return 0;
  }

  /** A run that is done, or that waits for its worker. */
  private RunFolder run(Stage stage, boolean goOn) {
    Optional<RunFolder> known = goOn ? workspace.known(stage) : Optional.empty();
    if (known.isEmpty()) {
      return workspace.create(stage);
    }
    RunFolder run = known.get();
    Status status = run.state().actualStatus();
    if (status == Status.RUNNING) {
      throw new BadInput(
          run.id()
              + " is being worked on; wait for its end, or stop it: "
              + workspace.command("stop", run.id()));
    }
    if (status != Status.DONE) {
      workspace.takeUp(run);
    }
    return run;
  }

  private static ObjectNode summary(Experiment experiment, ObjectNode stages, double seconds) {
    ObjectNode line = Json.object();
    line.put("experiment", experiment.name());
    line.put("seconds", Math.round(seconds * 1000) / 1000.0);
    line.set("stages", stages);
    return line;
  }
}
