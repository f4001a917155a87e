package kindred.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The runs of a workspace that are asked live. At most two have a process at a time: a third waits
 * until one of them is idle, which then ends. For any thread.
 */
public final class LiveProcesses implements AutoCloseable {
  private static final int MOST = 2;

  private final Workspace workspace;
  private final Consumer<String> accidents;
  private final Map<String, LiveProcess> byRun = new HashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "live");
            thread.setDaemon(true);
            return thread;
          });
  private boolean closed;

  /**
   * @param accidents told, on any thread, of a process that ended and should not have
   */
  public LiveProcesses(Workspace workspace, Consumer<String> accidents) {
    this.workspace = workspace;
    this.accidents = accidents;
  }

  /** A run, always the same object; starts nothing. */
  public synchronized LiveProcess of(RunFolder run) {
    return byRun.computeIfAbsent(run.id(), id -> new LiveProcess(this, run));
  }

  /** Whether nothing is being answered and nothing waits. */
  public synchronized boolean idle() {
    return byRun.values().stream().noneMatch(LiveProcess::working);
  }

  Workspace workspace() {
    return workspace;
  }

  boolean closed() {
    return closed;
  }

  void execute(Runnable work) {
    threads.execute(work);
  }

  /** Waits until one more may have a process, with the monitor held. */
  void makeRoom(LiveProcess comer) throws InterruptedException {
    while (awake(comer) >= MOST && !sendOneToSleep(comer)) {
      wait();
    }
  }

  private long awake(LiveProcess comer) {
    return byRun.values().stream().filter(other -> other != comer && other.awake()).count();
  }

  private boolean sendOneToSleep(LiveProcess comer) {
    Optional<LiveProcess> longest =
        byRun.values().stream()
            .filter(other -> other != comer && other.idle())
            .min(Comparator.comparingLong(LiveProcess::used));
    longest.ifPresent(LiveProcess::sleep);
    return longest.isPresent();
  }

  void accident(String words) {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    accidents.accept(words);
  }

  /** Ends all processes; what was asked is cancelled. */
  @Override
  public void close() {
    List<LiveProcess> known;
    synchronized (this) {
      closed = true;
      known = List.copyOf(byRun.values());
    }
    known.forEach(LiveProcess::giveUp);
    threads.shutdownNow();
  }
}
