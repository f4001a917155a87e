package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The other face of the program, a window, which the terminal knows by this alone. */
public interface Face {
  /** Why it cannot be shown here, in a sentence; nothing if it can, as far as known. */
  Optional<String> hindrance();

  /**
   * Shows it until the user closes it.
   *
   * @param workspace folder of the workspace, made if it is missing
   * @param experiment a file to ask about once the window is there
   * @throws kindred.experiment.BadInput if the workspace cannot be made or written to
   * @throws UnsupportedOperationException if the system lacks what it needs, with what to do
   */
  void open(Path workspace, Optional<Path> experiment);

  /**
   * Takes a picture of every panel, light and dark, at two sizes.
   *
   * @param folder for the PNG files
   * @param progress told what was done
   * @throws UnsupportedOperationException as {@link #open}
   */
  void screenshots(Path workspace, Path folder, Consumer<String> progress);
}
