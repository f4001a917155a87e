package kindred.gui.results;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import kindred.experiment.BadInput;
import kindred.gui.core.RunRow;
import kindred.gui.core.RunRow.Snapshot;
import kindred.gui.core.Session;
import kindred.run.RunFolder;

/**
 * Reads what a run made, in the background, and again each time the run changes; only what was read
 * of the run in sight is handed over. For the application thread.
 *
 * @param <T> what is read
 */
public final class Following<T> {
  private final Session session;
  private final Reading<T> reading;
  private final BiConsumer<RunRow, T> found;
  private final Consumer<String> nothing;
  private final ChangeListener<Snapshot> changed = (property, before, now) -> readSoon();
  private RunRow run;
  private boolean underWay;
  private boolean again;

  /** Reads a run's files, on a background thread. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * What the run made so far, or null for nothing yet.
     *
     * @throws BadInput if it cannot be read, saying why
     */
    T of(RunFolder run) throws Exception;
  }

  /**
   * @param found told the run and what it made
   * @param nothing told why there is nothing to see: a sentence, empty if there is just nothing yet
   */
  public Following(
      Session session, Reading<T> reading, BiConsumer<RunRow, T> found, Consumer<String> nothing) {
    this.session = session;
    this.reading = reading;
    this.found = found;
    this.nothing = nothing;
  }

  /**
   * Follows a run from now on, and no other.
   *
   * @param next or null for none
   */
  public void follow(RunRow next) {
    if (run != null) {
      run.snapshotProperty().removeListener(changed);
    }
    run = next;
    if (run == null) {
      nothing.accept("");
      return;
    }
    run.snapshotProperty().addListener(changed);
    readSoon();
  }

  /** The run in sight, or null. */
  public RunRow run() {
    return run;
  }

  private void readSoon() {
    if (underWay) {
      again = true;
      return;
    }
    underWay = true;
    RunRow asked = run;
    session
        .background()
        .run(() -> reading.of(asked.folder()), it -> arrived(asked, it), e -> failed(asked, e));
  }

  private void arrived(RunRow asked, T it) {
    if (ended(asked)) {
      if (it == null) {
        nothing.accept("");
      } else {
        found.accept(asked, it);
      }
    }
    readAgain();
  }

  private void failed(RunRow asked, Throwable e) {
    if (!(e instanceof BadInput)) {
      session.notices().problem(e);
    }
    if (ended(asked)) {
      nothing.accept(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
    readAgain();
  }

  /** Whether what was asked for is still wanted. */
  private boolean ended(RunRow asked) {
    underWay = false;
    return asked == run;
  }

  private void readAgain() {
    if (again && run != null) {
      again = false;
      readSoon();
    }
  }
}
