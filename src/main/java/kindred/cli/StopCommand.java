package kindred.cli;

import java.util.concurrent.Callable;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.run.RunFolder;
import kindred.run.RunState.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Ask a run to stop after its next step, saved. */
@Command(name = "stop", description = "Ask a run to stop after its next step, saved.")
final class StopCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "Its id, its number, or how its id begins.")
  String run;

  @Override
  public Integer call() {
    RunFolder folder = kindred.open().run(run);
    Status status = folder.state().actualStatus();
    if (status != Status.RUNNING && status != Status.QUEUED) {
      throw new BadInput("run " + folder.id() + " is " + status + ", so there is nothing to stop");
    }
    folder.requestStop();
    Terminal terminal = kindred.terminal();
    terminal.line(folder.id() + " will stop after its next step");
    terminal.result(Json.object().put("run", folder.id()));
    return 0;
  }
}
