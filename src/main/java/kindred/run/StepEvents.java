package kindred.run;

import java.util.function.Consumer;

/**
 * Progress of work in steps, as events: not more than ten a second, with the time left that the
 * steps so far let expect. For any thread.
 */
final class StepEvents {
  private static final long EVENT_NANOS = 100_000_000;
  private static final double FIRST_GUESS_SECONDS = 0.5;

  private final Consumer<Event> events;
  private String doing = "";
  private long began;
  private long last;

  StepEvents(Consumer<Event> events) {
    this.events = events;
  }

  /** Says how far it is; other words begin another clock. */
  synchronized void progress(String words, long done, long total) {
    long now = System.nanoTime();
    if (!words.equals(doing)) {
      doing = words;
      began = now;
    } else if (now - last < EVENT_NANOS && done < total) {
      return;
    }
    last = now;
    double seconds = (now - began) * 1e-9;
    Double left =
        done == 0 || seconds < FIRST_GUESS_SECONDS ? null : seconds * (total - done) / done;
    events.accept(new Event("progress", words, done, total, null, null, left, null));
  }
}
