package kindred.cli;

import java.util.concurrent.Callable;
import kindred.run.Jobs;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.Standing;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Go on with a stopped, failed or interrupted run. */
@Command(name = "resume", description = "Go on with a stopped, failed or interrupted run.")
final class ResumeCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "Its id, its number, or how its id begins.")
  String run;

  @Override
  public Integer call() {
    Workspace workspace = kindred.open();
    RunFolder folder = workspace.run(run);
    if (Standing.of(folder) == Standing.PAUSED
        && folder.state().actualStatus() == RunState.Status.RUNNING) {
      new Jobs(workspace).resume(folder);
      kindred.terminal().note(folder.id() + " goes on, in the process that has it");
      return 0;
    }
    workspace.takeUp(folder);
    return new Stages(kindred).carryOut(folder);
  }
}
