package kindred.gui.log;

import kindred.gui.core.Notices.Level;
import org.kordamp.ikonli.javafx.FontIcon;

/** The picture of each level of notice, in the color of what it tells. */
final class NoticeMarks {
  private NoticeMarks() {}

  static FontIcon of(Level level) {
    FontIcon icon =
        new FontIcon(
            switch (level) {
              case INFO -> "fth-info";
              case DONE -> "fth-check-circle";
              case PROBLEM -> "fth-alert-triangle";
            });
    icon.getStyleClass()
        .add(
            switch (level) {
              case INFO -> "standing-queued";
              case DONE -> "standing-done";
              case PROBLEM -> "standing-failed";
            });
    icon.setAccessibleText(word(level));
    return icon;
  }

  static String word(Level level) {
    return switch (level) {
      case INFO -> "message";
      case DONE -> "done";
      case PROBLEM -> "problem";
    };
  }
}
