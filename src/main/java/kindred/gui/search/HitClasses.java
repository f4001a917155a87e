package kindred.gui.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kindred.data.ImageSet;
import kindred.gui.core.Words;

/** Of which classes the neighbors of an image are. */
final class HitClasses {
  private HitClasses() {}

  /**
   * In a sentence.
   *
   * @param set whose images the neighbors are
   * @param query whose neighbors they are
   */
  static String words(ImageSet set, Query query, List<Hit> hits) {
    Function<Integer, Integer> label = set::label;
    Integer self = query.image().number();
    List<Integer> others =
        hits.stream().map(Hit::image).filter(image -> !image.equals(self)).toList();
    Map<Integer, Long> classes =
        others.stream()
            .map(label)
            .filter(found -> found >= 0)
            .collect(Collectors.groupingBy(found -> found, Collectors.counting()));
    if (classes.isEmpty()) {
      return Words.count(hits.size(), "image", "images") + ", nearest first.";
    }
    String of = " of " + others.size() + " others ";
    if (self != null && set.label(self) >= 0) {
      long same = classes.getOrDefault(set.label(self), 0L);
      return same + of + "are of its own class, " + set.info().classes().get(set.label(self)) + ".";
    }
    Map.Entry<Integer, Long> most =
        classes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return most.getValue()
        + " of "
        + others.size()
        + " are of class "
        + set.info().classes().get(most.getKey())
        + ".";
  }
}
