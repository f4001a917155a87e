package kindred.gui.neighbors;

import java.util.Arrays;
import java.util.List;

/**
 * Counts by bins of equal width, of one or several kinds of things.
 *
 * @param counts of each kind, by bin
 * @param words what each bin holds, such as {@code 0.12 to 0.14}
 * @param ticks written below, evenly from the left end to the right one; or below each bin, if
 *     there are as many as bins
 */
record Bins(List<long[]> counts, List<String> words, List<String> ticks) {
  /** Nothing to draw. */
  static final Bins NONE = new Bins(List.of(), List.of(), List.of());

  int size() {
    return words.size();
  }

  /** The largest count of any bin and kind. */
  long most() {
    return counts.stream().flatMapToLong(Arrays::stream).max().orElse(0);
  }

  boolean isEmpty() {
    return most() == 0;
  }
}
