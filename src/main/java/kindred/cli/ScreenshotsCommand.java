package kindred.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes pictures of the window. */
@Command(
    name = "screenshots",
    description = {
      "Take pictures of the window: every panel and view at two sizes, and the states that work in"
          + " it brings about, light and dark.",
      "They are taken in a copy of the workspace, which stays as it is; where it has no runs, those"
          + " of the sample experiment come first. Needs a display; Xvfb will do."
    })
final class ScreenshotsCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "DIR", description = "For the PNG files; made if needed.")
  Path folder;

  @Override
  public Integer call() {
    Terminal terminal = kindred.terminal();
    kindred.shown(() -> kindred.window.screenshots(kindred.open().path(), folder, terminal::note));
    terminal.line("screenshots: " + folder);
    return 0;
  }
}
