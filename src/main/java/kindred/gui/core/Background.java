package kindred.gui.core;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Everything that must not happen on the application thread: a few threads for what is quick
 * (reading files, drawing pictures), and one for each {@link Activity} a user waits for. Results
 * come back on the application thread.
 */
public final class Background implements AutoCloseable {
  private static final int QUICK_THREADS = 3;
  private static final int WAITING = 10_000;

  private final ExecutorService quick;
  private final ExecutorService activities;
  private final Consumer<Throwable> failures;
  private final AtomicInteger underWay = new AtomicInteger();
  private final ObservableList<Activity> running = FXCollections.observableArrayList();

  /**
   * @param failures told on the application thread what went wrong where nobody else is told
   */
  public Background(Consumer<Throwable> failures) {
    this.failures = failures;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            QUICK_THREADS,
            QUICK_THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> daemon(work, "background"));
    pool.allowCoreThreadTimeOut(true);
    quick = pool;
    activities = Executors.newCachedThreadPool(work -> daemon(work, "activity"));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Work that takes a moment; its result is handed over on the application thread. */
  public <T> void run(Callable<T> work, Consumer<T> done) {
    run(work, done, failures);
  }

  /**
   * The same, with an ear for what goes wrong, on the application thread as well. After the close
   * nothing is done, as nobody is there to see it.
   */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    if (quick.isShutdown()) {
      return;
    }
    underWay.incrementAndGet();
    quick.execute(
        () -> {
          try {
            T result = work.call();
            later(() -> done.accept(result));
          } catch (Exception | OutOfMemoryError e) {
            later(() -> failed.accept(e));
          }
        });
  }

  private void later(Runnable then) {
    Platform.runLater(
        () -> {
          try {
            then.run();
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  /** Whether all that was asked so far has been handed over. */
  public boolean idle() {
    return underWay.get() == 0;
  }

  /**
   * Work that a user waits for, shown in the bar with its progress until it ends. A cancelled one
   * ends without a result.
   *
   * @param failed told on the application thread
   */
  public <T> Activity start(
      String title, Activity.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    Activity activity = new Activity(title);
    running.add(activity);
    activities.execute(
        () -> {
          try {
            T result = work.work(activity);
            Platform.runLater(() -> ended(activity, () -> done.accept(result)));
          } catch (Exception | OutOfMemoryError e) {
            Platform.runLater(
                () ->
                    ended(
                        activity,
                        () -> {
                          if (!activity.cancelled()) {
                            failed.accept(e);
                          }
                        }));
          }
        });
    return activity;
  }

  private void ended(Activity activity, Runnable then) {
    activity.end();
    running.remove(activity);
    then.run();
  }

  /** What users wait for at the moment; for the application thread. */
  public ObservableList<Activity> running() {
    return running;
  }

  /** Cancels all activities and takes no more work. */
  @Override
  public void close() {
    running.forEach(Activity::cancel);
    quick.shutdownNow();
    activities.shutdown();
  }
}
