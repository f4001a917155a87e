package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Opens the window. */
@Command(name = "window", description = "Open the window on a workspace.")
final class WindowCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT.json",
      description =
          "Ask in the window whether to run it; the window also says what is wrong with it.")
  Path experiment;

  @Override
  public Integer call() {
    kindred.openWindow(Optional.ofNullable(experiment));
    return 0;
  }
}
