package kindred.gui.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import kindred.experiment.BadInput;

/** Asks the desktop to show a folder. */
final class FolderOpener {
  private FolderOpener() {}

  /**
   * Starts the desktop's file browser.
   *
   * @throws BadInput if there is none
   */
  static void open(Path folder) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String opener =
        system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
    try {
      new ProcessBuilder(opener, folder.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new BadInput(
          "this desktop has no '" + opener + "' to show folders with; the folder is " + folder, e);
    }
  }
}
