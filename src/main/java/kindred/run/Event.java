package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * What a worker says while it works; one JSON object a line on its standard output.
 *
 * @param event {@code progress}, {@code note}, or last {@code end}
 * @param doing what is being done, such as {@code epoch 3/20}; for {@code note} the sentence
 * @param done units done, of {@code total}; 0 of 0 when nobody can know
 * @param loss of the last batch, or null
 * @param imagesPerSecond or null
 * @param secondsLeft of this stage, or null
 * @param status of the run, in {@code end}
 */
public record Event(
    String event,
    String doing,
    long done,
    long total,
    Double loss,
    Double imagesPerSecond,
    Double secondsLeft,
    RunState.Status status) {
  private static final String NOTE = "note";

  /** What a worker notes when it holds at a user's wish. */
  static final String PAUSED = "paused";

  static Event progress(String doing, long done, long total) {
    return new Event("progress", doing, done, total, null, null, null, null);
  }

  static Event note(String sentence) {
    return new Event(NOTE, sentence, 0, 0, null, null, null, null);
  }

  /** Whether a worker says that it holds at a user's wish. */
  public boolean saysPaused() {
    return event.equals(NOTE) && doing.equals(PAUSED);
  }

  static Event end(RunState.Status status, String message) {
    return new Event("end", message, 0, 0, null, null, null, status);
  }

  /** One line, without its line break. */
  public String line() {
    ObjectNode tree = Json.tree(this);
    return Json.line(tree);
  }

  /**
   * Reads a line.
   *
   * @throws BadInput if it is no event
   */
  public static Event of(String line) {
    return Json.read(line, Event.class, "event");
  }
}
