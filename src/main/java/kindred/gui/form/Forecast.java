package kindred.gui.form;

import java.util.OptionalDouble;
import kindred.gui.core.Words;

/**
 * What a stage will mean: how much there is to do, and how long that takes here if anybody has
 * measured it.
 *
 * @param work images and steps, in a phrase
 * @param seconds if known
 * @param basis where the time is from, such as {@code as ae-1 took}; empty if it is not known
 * @param device in words
 */
record Forecast(String work, OptionalDouble seconds, String basis, String device) {
  static final Forecast NONE = new Forecast("", OptionalDouble.empty(), "", "");

  /** Such as {@code about 4 min on CPU, as ae-1 took}. */
  String time() {
    if (work.isEmpty()) {
      return "";
    } else if (seconds.isEmpty()) {
      return "time on " + device + " not measured yet";
    }
    String words = Words.duration(seconds.getAsDouble());
    String about = words.startsWith("under") ? words : "about " + words;
    return about + " on " + device + ", " + basis;
  }
}
