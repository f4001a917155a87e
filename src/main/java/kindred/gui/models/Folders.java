package kindred.gui.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import kindred.experiment.BadInput;

/** Shows folders in the system's own program for files. */
final class Folders {
  private Folders() {}

  /**
   * Opens a folder; for background threads.
   *
   * @throws BadInput if the system has no such program, with the path to go to instead
   */
  static void open(Path folder) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String program =
        system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
    try {
      new ProcessBuilder(program, folder.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new BadInput(
          "this system has no " + program + " to show folders with; the folder is " + folder, e);
    }
  }
}
