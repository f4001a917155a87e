package kindred.gui;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * How evenly the window's pulses come, and how long at most the application thread kept others
 * waiting. Made and begun on the application thread.
 */
final class Smoothness {
  private static final long ASK_MILLIS = 2;

  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse(System.nanoTime());
        }
      };
  private long[] intervals = new long[1 << 14];
  private int count;
  private long last;
  private volatile boolean asking;
  private volatile long longestWait;

  private void pulse(long now) {
    if (last != 0) {
      if (count == intervals.length) {
        intervals = Arrays.copyOf(intervals, 2 * count);
      }
      intervals[count++] = now - last;
    }
    last = now;
  }

  /** Begins, or begins anew. */
  void begin() {
    count = 0;
    last = 0;
    longestWait = 0;
    if (!asking) {
      asking = true;
      pulses.start();
      Thread thread = new Thread(this::ask, "smoothness");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Asks the application thread again and again, and notes how long the answer took. */
  private void ask() {
    try {
      while (asking) {
        long asked = System.nanoTime();
        CountDownLatch answered = new CountDownLatch(1);
        Platform.runLater(answered::countDown);
        answered.await();
        longestWait = Math.max(longestWait, System.nanoTime() - asked);
        TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    asking = false;
    pulses.stop();
  }

  /** The longest wait since the beginning in milliseconds. */
  double blockedMillis() {
    return longestWait * 1e-6;
  }

  /** How many pulses there were since the beginning. */
  double pulses() {
    return count;
  }

  /** What so many of all times between two pulses do not exceed, in milliseconds. */
  double pulseMillis(double share) {
    long[] sorted = Arrays.copyOf(intervals, count);
    Arrays.sort(sorted);
    return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, share * count)] * 1e-6;
  }
}
