package kindred.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Opens the window. */
@Command(name = "window", description = "Open the window on a workspace.")
final class WindowCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Override
  public Integer call() {
    kindred.openWindow();
    return 0;
  }
}
