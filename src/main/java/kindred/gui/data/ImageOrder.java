package kindred.gui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import kindred.data.ImageSet;

/**
 * Which images of a data set are shown, in which order, and how they fall into rows below headings.
 * Immutable.
 */
final class ImageOrder {
  private final int[] images;
  private final List<Section> sections;

  /** Images of one class, from one place in the order up to another. */
  record Section(int label, int from, int to) {}

  /**
   * A row of the grid.
   *
   * @param label the class that it is a heading of or belongs to
   * @param from place of its first image, or of the section's for a heading
   * @param to behind its last
   */
  record Row(boolean heading, int label, int from, int to) {}

  private ImageOrder(int[] images, List<Section> sections) {
    this.images = images;
    this.sections = List.copyOf(sections);
  }

  /** All images by class, each class in the data set's order; for one without classes, that. */
  static ImageOrder byClass(ImageSet set) {
    return byClass(set, label -> true);
  }

  /** The images of some classes. */
  static ImageOrder byClass(ImageSet set, IntPredicate wanted) {
    int classes = set.info().classes().size();
    int[] counts = new int[classes + 1]; // the last for those without a class
    for (int image = 0; image < set.count(); image++) {
      counts[place(set, image)]++;
    }
    int[] next = new int[classes + 1];
    List<Section> sections = new ArrayList<>();
    int at = 0;
    for (int c = 0; c <= classes; c++) {
      int label = c == classes ? ImageSet.UNLABELED : c;
      if (!wanted.test(label)) {
        next[c] = -1;
      } else {
        next[c] = at;
        if (counts[c] > 0) {
          sections.add(new Section(label, at, at + counts[c]));
        }
        at += counts[c];
      }
    }
    int[] images = new int[at];
    for (int image = 0; image < set.count(); image++) {
      int c = place(set, image);
      if (next[c] >= 0) {
        images[next[c]++] = image;
      }
    }
    return new ImageOrder(images, sections);
  }

  private static int place(ImageSet set, int image) {
    int label = set.label(image);
    int classes = set.info().classes().size();
    return label >= 0 && label < classes ? label : classes;
  }

  /** All images in the data set's own order. */
  static ImageOrder byNumber(ImageSet set) {
    int count = set.count();
    return new ImageOrder(IntStream.range(0, count).toArray(), List.of());
  }

  int size() {
    return images.length;
  }

  /** The image at a place. */
  int image(int place) {
    return images[place];
  }

  /** The place of an image, or -1 if it is not shown. */
  int placeOf(int image) {
    for (int place = 0; place < images.length; place++) {
      if (images[place] == image) {
        return place;
      }
    }
    return -1;
  }

  /** Cuts it into rows of at most so many images; with headings if there are several classes. */
  List<Row> rows(int columns) {
    List<Row> rows = new ArrayList<>();
    List<Section> parts =
        sections.isEmpty() ? List.of(new Section(ImageSet.UNLABELED, 0, size())) : sections;
    for (Section part : parts) {
      if (sections.size() > 1) {
        rows.add(new Row(true, part.label(), part.from(), part.to()));
      }
      for (int from = part.from(); from < part.to(); from += columns) {
        rows.add(new Row(false, part.label(), from, Math.min(part.to(), from + columns)));
      }
    }
    return rows;
  }
}
