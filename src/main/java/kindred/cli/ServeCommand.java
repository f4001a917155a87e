package kindred.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import kindred.run.LiveServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What a live process runs. */
@Command(
    name = "serve",
    hidden = true,
    description = "Load a run and answer questions about it, a line of JSON each.")
final class ServeCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN")
  String run;

  @Override
  public Integer call() throws IOException {
    PrintStream answers = System.out;
    // Nothing else may get in between the answers.
    System.setOut(System.err);
    LiveServer.serve(kindred.open(), run, System.in, answers);
    return 0;
  }
}
