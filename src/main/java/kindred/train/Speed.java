package kindred.train;

import java.util.function.BooleanSupplier;

/** Measures images per second, overall and smoothed over the last batches. */
final class Speed {
  /** Weight of the newest batch in the smoothed time; about the last twenty count. */
  private static final double NEWEST = 0.1;

  private long start = System.nanoTime();
  private long last = start;
  private long images;
  private double secondsPerBatch;
  private double secondsPerImage;

  void add(int batch) {
    long now = System.nanoTime();
    double seconds = Math.max(1e-9, (now - last) * 1e-9);
    boolean first = images == 0;
    secondsPerBatch = first ? seconds : smooth(secondsPerBatch, seconds);
    secondsPerImage = first ? seconds / batch : smooth(secondsPerImage, seconds / batch);
    images += batch;
    last = now;
  }

  /** Asks something whose answer may take a while, and does not count that while. */
  boolean apart(BooleanSupplier question) {
    long before = System.nanoTime();
    boolean answer = question.getAsBoolean();
    long took = System.nanoTime() - before;
    start += took;
    last += took;
    return answer;
  }

  private static double smooth(double before, double newest) {
    return before + NEWEST * (newest - before);
  }

  /** Images per second, smoothed. */
  double recent() {
    return 1 / secondsPerImage;
  }

  double secondsPerBatch() {
    return secondsPerBatch;
  }

  /** Images per second since the start. */
  double overall() {
    return images / Math.max(1e-9, (last - start) * 1e-9);
  }
}
