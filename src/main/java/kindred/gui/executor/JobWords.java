package kindred.gui.executor;

import java.util.ArrayList;
import java.util.List;
import kindred.gui.core.RunRow;
import kindred.gui.core.Words;
import kindred.run.Event;
import kindred.run.Standing;

/** What there is to say about a run at work, from the last event that was heard. */
final class JobWords {
  private JobWords() {}

  /** Such as {@code epoch 4/20 · loss 0.91 · 1,240 images/s}. */
  static String doing(RunRow row) {
    Event event = row.eventProperty().get();
    if (row.standing() == Standing.STOPPING) {
      return "stopping after this step";
    }
    if (event == null) {
      return row.standing() == Standing.PAUSED ? "paused" : "starting";
    }
    List<String> parts = new ArrayList<>();
    if (row.standing() == Standing.PAUSED) {
      parts.add("paused");
    }
    parts.add(event.doing());
    if (event.loss() != null) {
      parts.add("loss " + Words.number(event.loss()));
    }
    if (event.imagesPerSecond() != null) {
      parts.add(Words.pace(event.imagesPerSecond()));
    }
    return String.join(" · ", parts);
  }

  /** Such as {@code 12 min left}; empty while nobody can know. */
  static String left(RunRow row) {
    Event event = row.eventProperty().get();
    return event == null || event.secondsLeft() == null || row.standing() != Standing.RUNNING
        ? ""
        : Words.duration(event.secondsLeft()) + " left";
  }

  /** From 0 to 1; below 0 while nobody can know. */
  static double share(RunRow row) {
    Event event = row.eventProperty().get();
    return event == null || event.total() <= 0 ? -1 : (double) event.done() / event.total();
  }
}
