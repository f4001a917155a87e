package kindred.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** As many threads as a computation may use, each given a part of its work at a time. */
public final class Crew implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 256;

  private final int size;
  private final ExecutorService pool;

  /** What one thread does. */
  @FunctionalInterface
  public interface Part {
    /**
     * Called on one of the threads.
     *
     * @param number which part
     */
    void work(int number);
  }

  public Crew(int size) {
    this.size = size;
    this.pool = Executors.newFixedThreadPool(size, Crew::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "crew");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Gives every thread one part, from 0 to size − 1, and returns when all are done; throws what the
   * first threw.
   */
  public void all(Part part) {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int number = i;
      work.add(
          () -> {
            part.work(number);
            return null;
          });
    }
    try {
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while computing", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("a computation failed", e.getCause());
    }
  }

  /** Gives parts 0 to count − 1 to whichever thread is free, and returns when all are done. */
  public void each(int count, Part part) {
    AtomicInteger next = new AtomicInteger();
    all(
        thread -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            part.work(i);
          }
        });
  }

  /** The same for many small parts, which the threads take by the hundred. */
  public void rows(int count, Part row) {
    each(
        (count + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        block -> {
          int to = Math.min(count, (block + 1) * ROWS_AT_ONCE);
          for (int i = block * ROWS_AT_ONCE; i < to; i++) {
            row.work(i);
          }
        });
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
