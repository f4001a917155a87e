package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import kindred.gui.core.Words;
import kindred.neighbors.pairs.PairFilter;

/** Filters in words. */
final class FilterWords {
  private FilterWords() {}

  /** Each filter that takes pairs away, in a few words. */
  static List<String> of(PairFilter filter, Browsed browsed) {
    List<String> words = new ArrayList<>();
    if (filter.k() < browsed.k()) {
      words.add("among the nearest " + filter.k());
    }
    if (filter.mutual() > 0) {
      words.add("mutual within the nearest " + filter.mutual());
    }
    if (filter.maxDistance() != null) {
      words.add("no farther apart than " + Words.number(filter.maxDistance()));
    }
    if (filter.closest() < 1) {
      words.add("among the closest " + Words.percent(filter.closest()));
    }
    if (filter.minDistance() != null) {
      words.add("at least " + Words.number(filter.minDistance()) + " apart");
    }
    if (filter.ofClass() != null) {
      words.add("of an image of class " + browsed.className(filter.ofClass()));
    }
    if (filter.label() != null) {
      words.add(filter.label() == PairFilter.Label.SAME ? "of one class" : "of two classes");
    }
    if (filter.image() != null) {
      words.add("with image " + Words.count(filter.image()));
    }
    if (filter.duplicate() != null) {
      words.add(filter.duplicate() ? "a near duplicate" : "no near duplicate");
    }
    if (filter.verdict() != null) {
      words.add(judged(filter.verdict()));
    }
    return words;
  }

  private static String judged(PairFilter.Judged judged) {
    return switch (judged) {
      case NONE -> "not judged";
      case ANY -> "judged";
      case SAME -> "judged the same kind";
      case DIFFERENT -> "judged a different kind";
      case UNSURE -> "judged unsure";
      case SKIP -> "skipped";
    };
  }

  static String nothingLeft(PairFilter filter, Browsed browsed) {
    return "No pair is " + String.join(" and ", of(filter, browsed)) + ".";
  }
}
