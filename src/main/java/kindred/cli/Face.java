package kindred.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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

  /**
   * Takes a picture of every panel, light and dark, at two sizes.
   *
   * @param folder for the PNG files
   * @param progress told what was done
   * @throws UnsupportedOperationException as {@link #open}
   */
  void screenshots(Path workspace, Path folder, Consumer<String> progress);

  /**
   * Measures how smooth it is on a workspace.
   *
   * @param what {@code gui}: with very many runs, while somebody writes to one of them; {@code
   *     browser}: how neighbors are seen
   * @param run the run that is written to, or the neighbors run that is opened
   * @return figures by their names; none if another process has measured and told them
   * @throws UnsupportedOperationException as {@link #open}
   */
  Map<String, Double> bench(String what, Path workspace, String run);
}
