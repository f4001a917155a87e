package kindred.gui.executor;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kindred.run.Machine;

/** Looks at the machine every other second, on a thread of its own, until closed. */
final class MachineMeter implements AutoCloseable {
  private static final long PERIOD_MILLIS = 2000;

  private final ReadOnlyObjectWrapper<Machine> machine = new ReadOnlyObjectWrapper<>();
  private volatile List<Long> workers = List.of();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "meter");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins to look. */
  void start() {
    var unused =
        looking.scheduleWithFixedDelay(this::look, 100, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Machine seen = Machine.look(workers);
    Platform.runLater(() -> machine.set(seen));
  }

  /** Whose memory counts as that of workers: process ids; from any thread. */
  void workers(List<Long> pids) {
    workers = List.copyOf(pids);
  }

  /** What was seen last, or null. */
  ReadOnlyObjectProperty<Machine> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
