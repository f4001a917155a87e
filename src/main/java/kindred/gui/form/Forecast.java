package kindred.gui.form;

import java.util.OptionalDouble;
import kindred.gui.core.RunRow;
import kindred.gui.core.Words;

/**
 * What a stage will mean: how much there is to do, and how long that takes here if anybody has
 * measured it.
 *
 * @param work images and steps, in a phrase
 * @param seconds if known
 * @param basis where the time is from, such as {@code going by ae 1}; empty if it is not known
 * @param run that the time is from, or null
 * @param memory of that run's process in bytes, if known
 * @param device in words
 */
record Forecast(
    String work,
    OptionalDouble seconds,
    String basis,
    RunRow run,
    OptionalDouble memory,
    String device) {
  static final Forecast NONE = unknown("", "");

  /** Without a time. */
  static Forecast unknown(String work, String device) {
    return new Forecast(work, OptionalDouble.empty(), "", null, OptionalDouble.empty(), device);
  }

  /** With a time, as it is known of a run or was just measured. */
  static Forecast known(String work, double seconds, String basis, RunRow run, String device) {
    return new Forecast(
        work, OptionalDouble.of(seconds), basis, run, OptionalDouble.empty(), device);
  }

  Forecast withMemory(OptionalDouble bytes) {
    return new Forecast(work, seconds, basis, run, bytes, device);
  }

  /** Such as {@code about 4 min on CPU, 544 MB, going by ae 1}. */
  String time() {
    if (work.isEmpty()) {
      return "";
    } else if (seconds.isEmpty()) {
      return "time on " + device + " not measured yet";
    }
    String words = Words.duration(seconds.getAsDouble());
    String about = words.startsWith("under") ? words : "about " + words;
    String space = memory.isPresent() ? ", " + Words.bytes(memory.getAsDouble()) : "";
    return about + " on " + device + space + ", " + basis;
  }
}
