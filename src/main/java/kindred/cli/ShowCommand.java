package kindred.cli;

import java.util.List;
import java.util.concurrent.Callable;
import kindred.experiment.Stage;
import kindred.experiment.StageDraft;
import kindred.run.RunFolder;
import kindred.run.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Show what a run was asked, where it stands and what it measured. */
@Command(
    name = "show",
    description = "Show what a run was asked, where it stands and what it measured.")
final class ShowCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  private static final int LOG_LINES = 10;

  @Parameters(paramLabel = "RUN", description = "Its id, its number, or how its id begins.")
  String run;

  @Override
  public Integer call() {
    RunFolder folder = kindred.open().run(run);
    Terminal terminal = kindred.terminal();
    RunState state = folder.state();
    terminal.line(folder.id() + "  " + Stages.word(folder, state) + "  " + folder.path());
    terminal.line("");
    Stage stage = folder.stage();
    terminal.line("asked     " + StageDraft.kind(stage));
    Columns.aligned(
            StageDraft.of(stage).values().entrySet().stream()
                .map(set -> List.of(" ", set.getKey(), StageDraft.text(set.getValue())))
                .toList())
        .forEach(terminal::line);
    folder
        .provenance()
        .ifPresent(text -> terminal.line("made by   " + text.strip().replaceAll("\\s+", " ")));
    if (state.message() != null) {
      terminal.line("message   " + state.message());
    }
    if (state.result() != null) {
      terminal.line("result    " + Results.inShort(stage, state));
      terminal.line(
          "          all that was measured: --json, or " + folder.path().resolve("state.json"));
    }
    List<String> log = folder.log();
    terminal.line("");
    log.subList(Math.max(0, log.size() - LOG_LINES), log.size()).forEach(terminal::line);
    terminal.result(Stages.json(folder, state));
    return 0;
  }
}
