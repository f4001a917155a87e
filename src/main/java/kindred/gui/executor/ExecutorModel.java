package kindred.gui.executor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.run.Jobs;
import kindred.run.Obstacles;
import kindred.run.RunFolder;
import kindred.run.RunState.Status;
import kindred.run.Standing;

/** What the bar shows: the runs at work, those that wait, and those that need somebody. */
final class ExecutorModel {
  private final Session session;
  private final ObservableList<RunRow> active = FXCollections.observableArrayList();
  private final ObservableList<RunRow> waiting = FXCollections.observableArrayList();
  private final ObservableList<RunRow> troubled = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<TakenOut> takenOut = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunRow> current = new ReadOnlyObjectWrapper<>();

  /**
   * A run that waited.
   *
   * @param place where among those that wait, from 0
   * @param paused whether it was to rest there
   */
  record TakenOut(RunRow run, int place, boolean paused) {}

  /** What is asked of a run's files, in the background. */
  @FunctionalInterface
  private interface Wish {
    void ask(Jobs jobs);
  }

  ExecutorModel(Session session) {
    this.session = session;
    session.board().runs().addListener((ListChangeListener<RunRow>) change -> update());
    update();
  }

  private void update() {
    List<RunRow> runs = session.board().runs();
    set(active, runs.stream().filter(ExecutorModel::hasWorker).toList());
    set(
        waiting,
        runs.stream()
            .filter(row -> row.now().queuePosition() >= 0 && !hasWorker(row))
            .filter(row -> row.standing() == Standing.QUEUED || row.standing() == Standing.PAUSED)
            .sorted(Comparator.comparingInt(row -> row.now().queuePosition()))
            .toList());
    set(
        troubled,
        runs.stream()
            .filter(row -> row.standing() == Standing.FAILED || row.standing() == Standing.LOST)
            .sorted(Comparator.comparing((RunRow row) -> row.now().state().updated()).reversed())
            .toList());
    if (!active.contains(current.get())) {
      current.set(active.isEmpty() ? null : active.get(0));
    }
  }

  /** Unchanged lists are left alone, so that nothing is drawn again for nothing. */
  private static void set(ObservableList<RunRow> list, List<RunRow> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  private static boolean hasWorker(RunRow row) {
    Standing standing = row.standing();
    return standing.active()
        || (standing == Standing.PAUSED && row.now().state().status() == Status.RUNNING);
  }

  /** Runs that have a worker, oldest first. */
  ObservableList<RunRow> active() {
    return active;
  }

  /** The one shown in the bar, or null; it stays until it ends. */
  ReadOnlyObjectProperty<RunRow> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Runs in the queue without a worker, the next one first. */
  ObservableList<RunRow> waiting() {
    return waiting;
  }

  /** Runs that failed or were lost, the latest first. */
  ObservableList<RunRow> troubled() {
    return troubled;
  }

  /** Why a waiting run cannot begin yet, in a phrase; nothing if it only waits its turn. */
  Optional<String> obstacle(RunRow row) {
    if (row.standing() == Standing.PAUSED) {
      return Optional.of("paused");
    }
    return row.stage()
        .flatMap(stage -> Obstacles.of(stage, id -> session.board().run(id).map(RunRow::standing)));
  }

  void stop(RunRow row) {
    wish(jobs -> jobs.stop(row.folder()));
  }

  /** Takes a waiting run out of the queue, which can be undone. */
  void takeOut(RunRow row) {
    takenOut.set(new TakenOut(row, waiting.indexOf(row), row.standing() == Standing.PAUSED));
    stop(row);
  }

  /** The run that was taken out of the queue last and can be put back, or null. */
  ReadOnlyObjectProperty<TakenOut> takenOutProperty() {
    return takenOut.getReadOnlyProperty();
  }

  /** Puts back what was taken out last, where it stood and as it stood. */
  void putBack() {
    TakenOut last = takenOut.get();
    if (last == null) {
      return;
    }
    takenOut.set(null);
    RunFolder run = last.run().folder();
    RunRow next = last.place() < waiting.size() ? waiting.get(last.place()) : null;
    int position = next == null ? Integer.MAX_VALUE : next.now().queuePosition();
    wish(
        jobs -> {
          jobs.resume(run);
          if (last.paused()) {
            jobs.pause(run, false);
          }
          jobs.move(run, position);
        });
  }

  /**
   * @param freeDevice whether the next job gets the device meanwhile
   */
  void pause(RunRow row, boolean freeDevice) {
    wish(jobs -> jobs.pause(row.folder(), freeDevice));
  }

  void resume(RunRow row) {
    wish(jobs -> jobs.resume(row.folder()));
  }

  /**
   * Moves a waiting run before or behind another.
   *
   * @param target where in {@link #waiting} it is to stand
   */
  void move(RunRow row, int target) {
    if (target >= 0 && target < waiting.size()) {
      int position = waiting.get(target).now().queuePosition();
      wish(jobs -> jobs.move(row.folder(), position));
    }
  }

  private void wish(Wish wish) {
    session
        .background()
        .run(
            () -> {
              wish.ask(session.jobs());
              return null;
            },
            nothing -> session.board().refresh());
  }
}
