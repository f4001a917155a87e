package kindred.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many threads as a search may use, each given a part of its work at a time. */
final class Crew implements AutoCloseable {
  private final int size;
  private final ExecutorService pool;

  /** What one thread does. */
  interface Part {
    /**
     * Called on a thread of its own.
     *
     * @param number from 0 to size − 1
     */
    void work(int number);
  }

  Crew(int size) {
    this.size = size;
    this.pool = Executors.newFixedThreadPool(size, Crew::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "neighbors");
    thread.setDaemon(true);
    return thread;
  }

  /** Gives every thread its part and returns when all are done; throws what the first threw. */
  void all(Part part) {
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
      throw new IllegalStateException("interrupted while searching", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("neighbors could not be searched", e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
