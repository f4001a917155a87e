package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;
import kindred.experiment.BadInput;

/**
 * The start that most people see, the window and nothing else, without learning first what all
 * other commands look like: that takes longer than all else that comes before the window.
 */
final class WindowStart {
  private static final String WORKSPACE = "--workspace";

  private WindowStart() {}

  /**
   * Opens the window if that is clearly all that was asked and nothing is in its way.
   *
   * @return 0 once it is closed; nothing if the arguments need a closer look, or if something is
   *     wrong, which whoever looks closer will find again and say
   */
  static Optional<Integer> tried(Face window, String... arguments) {
    KindredCommand kindred = new KindredCommand(window);
    if (!isMeant(kindred, arguments) || window.hindrance().isPresent()) {
      return Optional.empty();
    }
    try {
      window.open(kindred.workspace, Optional.empty());
      return Optional.of(0);
    } catch (BadInput closerLook) {
      return Optional.empty();
    }
  }

  /** Whether there is no more than a workspace and perhaps the command's name; sets the first. */
  static boolean isMeant(KindredCommand kindred, String... arguments) {
    boolean named = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("window") && !named) {
        named = true;
      } else if (arguments[i].equals(WORKSPACE) && i + 1 < arguments.length) {
        kindred.workspace = Path.of(arguments[++i]);
      } else if (arguments[i].startsWith(WORKSPACE + "=")) {
        kindred.workspace = Path.of(arguments[i].substring(WORKSPACE.length() + 1));
      } else {
        return false;
      }
    }
    return true;
  }
}
