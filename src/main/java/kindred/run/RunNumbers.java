package kindred.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;

/**
 * The numbers of a workspace's runs. None is used twice, so that a run's inputs stay what they
 * were.
 */
final class RunNumbers {
  private static final Pattern ID = Pattern.compile("[a-z-]+-(\\d+)");

  private final Workspace workspace;

  RunNumbers(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The number in the name of a run's folder; 0 if there is none. */
  static int of(Path folder) {
    Matcher id = ID.matcher(folder.getFileName().toString());
    return id.matches() ? Integer.parseInt(id.group(1)) : 0;
  }

  /**
   * Makes a folder with the next number; processes that make runs at the same time take turns.
   *
   * @throws BadInput if the file with the latest number is damaged
   */
  Path claim(String title) throws IOException {
    Path counter = workspace.runs().resolve(".last");
    try (Claim turn = Claim.awaitOn(workspace.locks().resolve("numbers"))) {
      int next = Math.max(lastGiven(counter), highest()) + 1;
      AtomicFile.writeString(counter, next + "\n");
      return Files.createDirectory(workspace.runs().resolve(title + "-" + next));
    }
  }

  private static int lastGiven(Path counter) throws IOException {
    if (!Files.exists(counter)) {
      return 0;
    }
    String last = Files.readString(counter).strip();
    try {
      return Integer.parseInt(last);
    } catch (NumberFormatException e) {
      throw new BadInput(
          counter
              + " holds '"
              + last
              + "', not the number of the latest run; remove the file, and the next run gets the"
              + " number after the highest that is there",
          e);
    }
  }

  /** Of all folders, also of those that somebody has only begun to fill. */
  private int highest() throws IOException {
    try (Stream<Path> folders = Files.list(workspace.runs())) {
      return folders.mapToInt(RunNumbers::of).max().orElse(0);
    }
  }
}
