package kindred.gui.executor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.Event;
import kindred.run.Executor;
import kindred.run.RunFolder;
import kindred.run.RunState;

/**
 * The queue at work for as long as the window is open. What its workers say reaches the board; what
 * becomes of the runs is told in notices. Workers that others started are followed by what they
 * leave in their folders.
 */
public final class Execution implements AutoCloseable {
  private static final long FOLLOW_MILLIS = 500;
  private static final long SILENCE_NANOS = 1_500_000_000L;

  /** Whoever waited longer than this wants to hear of the end. */
  private static final double LONG_SECONDS = 20;

  private final Session session;
  private final Executor executor;
  private final EventRelay relay;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "execution");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private final ObservableSet<String> elsewhere = FXCollections.observableSet();
  private volatile List<RunFolder> active = List.of();

  public Execution(Session session) {
    this.session = session;
    this.relay = new EventRelay(ticking, session.board()::said);
    this.executor = new Executor(session.workspace(), new Told());
    session.board().runs().addListener((ListChangeListener<RunRow>) change -> noteActive());
  }

  private void noteActive() {
    active =
        session.board().runs().stream()
            .filter(row -> row.standing().active())
            .map(RunRow::folder)
            .toList();
  }

  /** Begins to take jobs. */
  public void start() {
    executor.start();
    var unused =
        ticking.scheduleWithFixedDelay(
            this::follow, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Runs whose workers are not heard are looked after. */
  private void follow() {
    long now = System.nanoTime();
    for (RunFolder run : active) {
      if (now - heard.getOrDefault(run.id(), now - SILENCE_NANOS) >= SILENCE_NANOS) {
        run.progress().ifPresent(event -> relay.say(run.id(), event));
      }
    }
  }

  /** The devices on which another process works in this workspace; for the application thread. */
  ObservableSet<String> elsewhere() {
    return elsewhere;
  }

  /** Takes no more jobs and lets go of those under way; their workers go on. */
  @Override
  public void close() {
    executor.close();
    ticking.shutdownNow();
  }

  private final class Told implements Executor.Watcher {
    @Override
    public void begins(RunFolder run) {
      session.board().refresh();
    }

    @Override
    public void said(RunFolder run, Event event) {
      heard.put(run.id(), System.nanoTime());
      relay.say(run.id(), event);
    }

    @Override
    public void ended(RunFolder run, RunState state) {
      heard.remove(run.id());
      session.board().refresh();
      Platform.runLater(() -> tell(run.id(), state));
    }

    @Override
    public void elsewhere(String device, boolean busy) {
      Platform.runLater(
          () -> {
            if (busy) {
              elsewhere.add(device);
            } else {
              elsewhere.remove(device);
            }
          });
    }

    @Override
    public void failed(RuntimeException reason) {
      Platform.runLater(() -> session.notices().problem(reason));
    }
  }

  private void tell(String id, RunState state) {
    String name = session.board().run(id).map(RunRow::name).orElse(id);
    switch (state.actualStatus()) {
      case DONE -> {
        String text = name + " is done after " + Words.duration(state.seconds()) + ".";
        if (state.seconds() >= LONG_SECONDS) {
          session.notices().done(text);
        } else {
          session.notices().info(text);
        }
      }
      case FAILED -> session.notices().problem(name + " failed: " + state.message());
      case INTERRUPTED ->
          session
              .notices()
              .problem(
                  name
                      + " was lost: its worker died. Nothing before its last checkpoint is gone;"
                      + " Resume goes on from there.");
      case STOPPED ->
          session.notices().info(name + " was stopped and saved. Resume goes on from there.");
      case QUEUED, RUNNING -> {
        // Tried once more, or taken by another worker: there is nothing to tell yet.
      }
    }
  }
}
