package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The other face of the program, a window, which the terminal knows by this alone. */
public interface Face {
  /** Why it cannot be shown here, in a sentence; nothing if it can, as far as known. */
  Optional<String> hindrance();

  /**
   * Shows it until the user closes it.
   *
   * @throws UnsupportedOperationException if the system lacks what it needs, with what to do
   */
  void open(Path workspace);
}
