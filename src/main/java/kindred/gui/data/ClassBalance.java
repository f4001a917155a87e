package kindred.gui.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kindred.data.ImageSet;
import kindred.gui.core.Words;

/**
 * How many images each class of a data set has.
 *
 * @param classes those of the data set in its order, also empty ones; then, if there are images
 *     without a class, these
 */
record ClassBalance(List<Share> classes, int images) {
  static final String NO_CLASS = "no class";

  /**
   * A class.
   *
   * @param label its index, or {@link ImageSet#UNLABELED}
   */
  record Share(int label, String name, int images) {}

  static ClassBalance of(ImageSet set) {
    List<String> names = set.info().classes();
    int[] counts = new int[names.size()];
    int without = 0;
    for (int image = 0; image < set.count(); image++) {
      int label = set.label(image);
      if (label >= 0 && label < counts.length) {
        counts[label]++;
      } else {
        without++;
      }
    }
    List<Share> classes = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      classes.add(new Share(label, names.get(label), counts[label]));
    }
    if (without > 0) {
      classes.add(new Share(ImageSet.UNLABELED, NO_CLASS, without));
    }
    return new ClassBalance(List.copyOf(classes), set.count());
  }

  boolean labeled() {
    return classes.stream().anyMatch(share -> share.label() >= 0);
  }

  /** The name that a label stands for. */
  String name(int label) {
    return label >= 0 && label < classes.size() ? classes.get(label).name() : NO_CLASS;
  }

  int largest() {
    return classes.stream().mapToInt(Share::images).max().orElse(0);
  }

  /** The same classes, those with most images first. */
  List<Share> byImages() {
    return classes.stream().sorted(Comparator.comparingInt(Share::images).reversed()).toList();
  }

  /** The balance in a sentence. */
  String summary() {
    List<Share> labeled = byImages().stream().filter(share -> share.label() >= 0).toList();
    if (labeled.isEmpty()) {
      return "No image has a class.";
    }
    Share most = labeled.get(0);
    Share fewest = labeled.get(labeled.size() - 1);
    String without =
        classes.stream()
            .filter(share -> share.label() < 0)
            .map(share -> "; " + Words.count(share.images(), "image has", "images have") + " none")
            .findFirst()
            .orElse("");
    String count = Words.count(labeled.size(), "class", "classes");
    if (most.images() == fewest.images()) {
      return count + " of " + Words.count(most.images(), "image", "images") + " each" + without;
    }
    return "%s; most images in %s (%s), fewest in %s (%s)%s"
        .formatted(
            count,
            most.name(),
            Words.count(most.images()),
            fewest.name(),
            Words.count(fewest.images()),
            without);
  }
}
