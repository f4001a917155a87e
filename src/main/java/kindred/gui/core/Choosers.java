package kindred.gui.core;

import java.nio.file.Path;
import java.util.Optional;

/** Questions that stop a user: files to choose, decisions to make. Tests answer them themselves. */
public interface Choosers {
  /** An existing folder. */
  Optional<Path> folder(String title);

  /**
   * An existing file.
   *
   * @param kind what the file is, such as {@code Images}
   * @param patterns such as {@code *.zip}
   */
  Optional<Path> file(String title, String kind, String... patterns);

  /** Where to write; a file that exists has been agreed to be replaced. */
  Optional<Path> save(String title, String suggestedName);

  /**
   * One of several answers, or nothing if the user turned away.
   *
   * @param answers verbs, the safest first
   */
  Optional<String> ask(String title, String text, String... answers);
}
