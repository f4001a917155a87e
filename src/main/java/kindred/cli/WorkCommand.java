package kindred.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kindred.run.RunState;
import kindred.run.Worker;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What a worker process runs. */
@Command(name = "work", hidden = true, description = "Carry out a queued run; prints its events.")
final class WorkCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN")
  String run;

  @Override
  public Integer call() {
    CountDownLatch saved = new CountDownLatch(1);
    Interruption interruption = Interruption.untilReleased(saved);
    try {
      Workspace workspace = kindred.open();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      RunState end =
          Worker.work(
              workspace,
              workspace.run(run),
              event -> out.println(event.line()),
              interruption::happened);
      return Stages.exitCode(end);
    } finally {
      saved.countDown();
    }
  }
}
