package kindred.gui.core;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.experiment.BadInput;

/**
 * What the window has to say: kept for the log view, newest last, and shown for a moment by whoever
 * listens. For the application thread.
 */
public final class Notices {
  private static final int KEPT = 1000;

  /** How much a notice matters. */
  public enum Level {
    INFO,
    DONE,
    PROBLEM
  }

  /**
   * One of them.
   *
   * @param text a sentence or two: what, why, and what now
   * @param details such as a stack trace, or null
   * @param saved file or folder that the user has now, or null
   */
  public record Notice(Instant time, Level level, String text, String details, Path saved) {}

  private final ObservableList<Notice> all = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private Consumer<Notice> listener = notice -> {};

  /** Sets who shows notices as they come. */
  public void show(Consumer<Notice> by) {
    listener = by;
  }

  public void info(String text) {
    add(Level.INFO, text, null, null);
  }

  /** Something the user waited for is there. */
  public void done(String text) {
    add(Level.DONE, text, null, null);
  }

  /** A file or folder that the user asked for is there. */
  public void saved(Path file) {
    saved("Saved " + file + ".", file);
  }

  /** Likewise, with more to say about it. */
  public void saved(String text, Path file) {
    add(Level.DONE, text, null, file);
  }

  public void problem(String text) {
    add(Level.PROBLEM, text, null, null);
  }

  /** What was thrown; what a user can put right is told in its own words alone. */
  public void problem(Throwable thrown) {
    String text =
        thrown instanceof BadInput
            ? thrown.getMessage()
            : "Something went wrong that should not: " + thrown + ". The log has the details.";
    String details = thrown instanceof BadInput ? null : Traces.of(thrown);
    add(Level.PROBLEM, text, details, null);
  }

  private void add(Level level, String text, String details, Path saved) {
    Notice notice = new Notice(Instant.now(), level, text, details, saved);
    if (all.size() == KEPT) {
      all.remove(0);
    }
    all.add(notice);
    if (notice.level() == Level.PROBLEM) {
      unseen.set(unseen.get() + 1);
    }
    listener.accept(notice);
  }

  public ObservableList<Notice> all() {
    return all;
  }

  /** How many problems nobody has looked at. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  public void seen() {
    unseen.set(0);
  }
}
