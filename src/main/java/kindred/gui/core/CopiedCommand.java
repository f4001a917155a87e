package kindred.gui.core;

import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import kindred.experiment.CommandWords;
import kindred.experiment.Stage;

/** What to type in a terminal to have the same, and its way there through the clipboard. */
public final class CopiedCommand {
  private CopiedCommand() {}

  /** The command for a stage in the session's workspace. */
  public static String of(Session session, Stage stage) {
    return of(session, CommandWords.of(stage));
  }

  /**
   * A command in the session's workspace.
   *
   * @param words after {@code kindred}, unquoted
   */
  public static String of(Session session, List<String> words) {
    return session.workspace().command(words.toArray(String[]::new));
  }

  /** Puts a command into the clipboard and says so; for the application thread. */
  public static void copy(Session session, String command) {
    ClipboardContent content = new ClipboardContent();
    content.putString(command);
    Clipboard.getSystemClipboard().setContent(content);
    session.notices().done("Copied: " + command);
  }
}
