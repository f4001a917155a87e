package kindred.gui.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kindred.experiment.BadInput;

/** Opens a folder in the desktop's own program for files. */
final class FolderOpener {
  private FolderOpener() {}

  /**
   * Starts the program and does not wait for it; for background threads.
   *
   * @throws BadInput if there is none, telling where the folder is
   */
  static Path open(Path folder) {
    String system = System.getProperty("os.name");
    String program =
        system.startsWith("Windows") ? "explorer" : system.startsWith("Mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(List.of(program, folder.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return folder;
    } catch (IOException e) {
      throw new BadInput(
          "no program opens folders here (" + program + " is missing); look in " + folder, e);
    }
  }
}
