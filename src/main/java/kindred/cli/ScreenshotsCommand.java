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
      "Take a picture of every panel of the window, light and dark, at two sizes.",
      "A workspace without runs first gets those of the sample experiment. Needs a display; Xvfb"
          + " will do."
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
