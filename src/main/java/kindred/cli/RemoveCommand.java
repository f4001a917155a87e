package kindred.cli;

import java.util.concurrent.Callable;
import kindred.experiment.Json;
import kindred.run.RunFolder;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Delete a run and everything in it. */
@Command(name = "remove", description = "Delete a run and everything in it.")
final class RemoveCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "Its id, its number, or how its id begins.")
  String run;

  @Override
  public Integer call() {
    Workspace workspace = kindred.open();
    RunFolder folder = workspace.run(run);
    workspace.remove(folder);
    Terminal terminal = kindred.terminal();
    terminal.line("removed " + folder.id());
    terminal.result(Json.object().put("run", folder.id()));
    return 0;
  }
}
