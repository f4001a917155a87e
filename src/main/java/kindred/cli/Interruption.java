package kindred.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Notices Ctrl-C and other wishes of the system that this process end, and holds the end back until
 * what is under way is saved or cleaned up.
 */
final class Interruption {
  private volatile boolean happened;

  private Interruption() {}

  /**
   * Watches.
   *
   * @param saved released when the process may end
   */
  static Interruption untilReleased(CountDownLatch saved) {
    return untilReleased(saved, () -> {});
  }

  /**
   * Watches, and passes the wish on.
   *
   * @param saved released when the process may end
   * @param wish called on another thread when the process is to end
   */
  static Interruption untilReleased(CountDownLatch saved, Runnable wish) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interruption.happened = true;
                  if (saved.getCount() > 0) {
                    wish.run();
                  }
                  await(saved);
                },
                "save"));
    return interruption;
  }

  /** Does nothing until the process ends, which has begun. */
  static void awaitEnd() {
    await(new CountDownLatch(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is to end. */
  boolean happened() {
    return happened;
  }
}
