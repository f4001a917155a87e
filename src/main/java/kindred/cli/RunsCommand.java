package kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** List all runs. */
@Command(name = "runs", description = "List all runs.")
final class RunsCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Override
  public Integer call() {
    Workspace workspace = kindred.open();
    Terminal terminal = kindred.terminal();
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("runs");
    if (workspace.all().isEmpty()) {
      terminal.line(
          "no runs yet in %s; `%s` makes the first"
              .formatted(workspace.path(), workspace.command("demo")));
    } else {
      terminal.line(row("run", "status", "time", "epoch", "of", "result"));
    }
    for (RunFolder run : workspace.all()) {
      RunState state = run.state();
      terminal.line(
          row(
              run.id(),
              Stages.word(run, state),
              Terminal.duration(state.seconds()),
              state.epoch() == 0 ? "" : Integer.toString(state.epoch()),
              subject(run.stage()),
              Results.inShort(run.stage(), state)));
      list.add(Stages.json(run, state));
    }
    terminal.result(json);
    return 0;
  }

  /** The data set that was trained on, or the run or file that was looked at. */
  private static String subject(Stage stage) {
    return stage instanceof TrainingStage training
        ? training.data()
        : Path.of(stage.input()).getFileName().toString();
  }

  private static String row(String... cells) {
    return String.format(
            Locale.ROOT,
            "%-26s %-12s %8s %6s  %-22s %s",
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5])
        .stripTrailing();
  }
}
