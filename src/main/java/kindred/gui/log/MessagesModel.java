package kindred.gui.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import kindred.gui.core.Notices;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Notices.Notice;

/** What the window said, as far as a level and words let it through. */
final class MessagesModel {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final FilteredList<Notice> shown;
  private Level least = Level.INFO;
  private String words = "";

  MessagesModel(Notices notices) {
    shown = new FilteredList<>(notices.all());
  }

  /** Newest last. */
  ObservableList<Notice> shown() {
    return shown;
  }

  /** Lets through this level and what matters more. */
  void least(Level level) {
    least = level;
    filter();
  }

  /** Lets through what has all these words in it. */
  void words(String typed) {
    words = typed.toLowerCase(Locale.ROOT).strip();
    filter();
  }

  private void filter() {
    Level level = least;
    String[] wanted = words.split("\\s+");
    shown.setPredicate(
        notice -> {
          String text = notice.text().toLowerCase(Locale.ROOT);
          for (String word : wanted) {
            if (!text.contains(word)) {
              return false;
            }
          }
          return notice.level().compareTo(level) >= 0;
        });
  }

  static String time(Notice notice) {
    return TIME.format(notice.time());
  }

  /** All that is shown, with its details, to be pasted elsewhere. */
  String text() {
    return shown.stream().map(MessagesModel::text).collect(Collectors.joining("\n"));
  }

  static String text(Notice notice) {
    String line = notice.time() + " " + NoticeMarks.word(notice.level()) + ": " + notice.text();
    return notice.details() == null ? line : line + "\n" + notice.details();
  }
}
