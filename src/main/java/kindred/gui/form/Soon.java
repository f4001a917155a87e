package kindred.gui.form;

import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;

/** Does something once, soon, however often it was told of changes. For the application thread. */
final class Soon implements InvalidationListener {
  private final Runnable work;
  private boolean due;

  Soon(Runnable work) {
    this.work = work;
  }

  @Override
  public void invalidated(Observable changed) {
    if (!due) {
      due = true;
      Platform.runLater(
          () -> {
            due = false;
            work.run();
          });
    }
  }
}
