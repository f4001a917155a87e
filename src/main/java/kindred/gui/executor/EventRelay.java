package kindred.gui.executor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import kindred.run.Event;

/**
 * Brings what workers say to the application thread: of each run the newest progress, at most ten
 * times a second, however much they say.
 */
final class EventRelay {
  private static final long PERIOD_MILLIS = 100;

  private final ScheduledExecutorService ticking;
  private final BiConsumer<String, Event> receiver;
  private final Map<String, Event> newest = new ConcurrentHashMap<>();
  private final AtomicBoolean due = new AtomicBoolean();

  /**
   * @param receiver told on the application thread: a run's id and its event
   */
  EventRelay(ScheduledExecutorService ticking, BiConsumer<String, Event> receiver) {
    this.ticking = ticking;
    this.receiver = receiver;
  }

  /** From any thread. What is no progress is in the run's log already and is not passed on. */
  void say(String run, Event event) {
    if (!event.event().equals("progress")) {
      return;
    }
    newest.put(run, event);
    if (due.compareAndSet(false, true)) {
      try {
        var unused =
            ticking.schedule(
                () -> Platform.runLater(this::deliver), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        // The window is closing; nobody looks any more.
      }
    }
  }

  private void deliver() {
    due.set(false);
    Map<String, Event> events = new HashMap<>();
    newest.keySet().forEach(run -> events.put(run, newest.remove(run)));
    events.forEach(
        (run, event) -> {
          if (event != null) {
            receiver.accept(run, event);
          }
        });
  }
}
