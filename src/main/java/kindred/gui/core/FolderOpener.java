package kindred.gui.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kindred.experiment.BadInput;

/** Shows folders in the desktop's own program for files. */
public final class FolderOpener {
  private FolderOpener() {}

  /**
   * Starts that program and does not wait for it; for background threads.
   *
   * @param place a folder, or a file in the one to open
   * @return the folder
   * @throws BadInput if there is no such program, telling where the folder is
   */
  public static Path open(Path place) {
    Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String opener =
        system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
    try {
      new ProcessBuilder(opener, folder.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return folder;
    } catch (IOException e) {
      throw new BadInput(
          "no program opens folders here (" + opener + " is missing); look in " + folder, e);
    }
  }
}
