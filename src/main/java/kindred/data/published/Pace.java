package kindred.data.published;

import java.util.function.Consumer;
import kindred.data.published.GetProgress.Step;

/** Turns amounts done into progress, about ten times a second. */
final class Pace {
  private static final long REPORT_NANOS = 100_000_000;
  private static final double SETTLED_SECONDS = 0.5;

  private final Step step;
  private final long total;
  private final Consumer<GetProgress> progress;
  private final long start = System.nanoTime();
  private final long already;
  private long lastReport = start - REPORT_NANOS;

  /**
   * @param already what was done at an earlier time, which says nothing of the pace now
   */
  Pace(Step step, long already, long total, Consumer<GetProgress> progress) {
    this.step = step;
    this.already = already;
    this.total = total;
    this.progress = progress;
  }

  void done(long done) {
    long now = System.nanoTime();
    if (now - lastReport < REPORT_NANOS && done < total) {
      return;
    }
    lastReport = now;
    double seconds = (now - start) / 1e9;
    double rate = seconds < SETTLED_SECONDS ? 0 : (done - already) / seconds;
    progress.accept(
        new GetProgress(step, done, total, rate, rate > 0 ? (total - done) / rate : null));
  }
}
