package kindred.gui.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where a file with a suffix is to be written. The system's chooser asks only about the name as it
 * was typed; so if that with its suffix is a file already, this asks before it is replaced. For the
 * application thread.
 */
public final class Saving {
  private Saving() {}

  /**
   * Asks; nothing happens if the user turns away.
   *
   * @param suffix appended unless it was typed, such as {@code .png}
   * @param then told on the application thread where to write
   */
  public static void ask(
      Session session, String title, String suggestedName, String suffix, Consumer<Path> then) {
    ask(
        session,
        title,
        suggestedName,
        suffix,
        file -> file.getFileName().toString().endsWith(suffix),
        then);
  }

  /**
   * The same where more than one suffix will do.
   *
   * @param complete whether a name needs no suffix
   */
  public static void ask(
      Session session,
      String title,
      String suggestedName,
      String suffix,
      Predicate<Path> complete,
      Consumer<Path> then) {
    session
        .choosers()
        .save(title, suggestedName)
        .ifPresent(
            chosen -> {
              if (complete.test(chosen)) {
                then.accept(chosen);
              } else {
                unlessTaken(session, chosen.resolveSibling(chosen.getFileName() + suffix), then);
              }
            });
  }

  private static void unlessTaken(Session session, Path file, Consumer<Path> then) {
    session
        .background()
        .run(
            () -> Files.exists(file),
            taken -> {
              if (!taken || replaces(session, file)) {
                then.accept(file);
              }
            });
  }

  private static boolean replaces(Session session, Path file) {
    return session
        .choosers()
        .ask(
            "Replace " + file.getFileName() + "?",
            file + " is there already. Its content would be lost.",
            "Replace")
        .isPresent();
  }
}
