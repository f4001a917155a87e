package kindred.gui.core;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Something long that the window itself does, such as an import, for the bar to show. */
public final class Activity {
  /** What is done, on a thread of its own. */
  @FunctionalInterface
  public interface Work<T> {
    /** Tells the activity how far it is and asks it whether to go on. */
    T work(Activity activity) throws Exception;
  }

  private final String title;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
  private volatile double latestShare = -1;
  private volatile String latestMessage = "";

  Activity(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /**
   * Says how far it is; from any thread, as often as one likes.
   *
   * @param share from 0 to 1, or below 0 if nobody can know
   * @param words such as {@code 1,200 of 50,000 images · 12 s left}
   */
  public void update(double share, String words) {
    latestShare = share;
    latestMessage = words;
    if (pending.compareAndSet(false, true)) {
      Platform.runLater(
          () -> {
            pending.set(false);
            progress.set(latestShare);
            message.set(latestMessage);
          });
    }
  }

  /** Asks the work to end soon and without a result. */
  public void cancel() {
    cancelled.set(true);
  }

  /** Whether somebody wants it to end; for the work to ask often. */
  public boolean cancelled() {
    return cancelled.get();
  }

  void end() {
    done.set(true);
  }

  /** From 0 to 1, below 0 while nobody can know. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether it ended, however it did. */
  public ReadOnlyBooleanProperty doneProperty() {
    return done.getReadOnlyProperty();
  }
}
