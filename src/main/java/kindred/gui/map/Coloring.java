package kindred.gui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import kindred.gui.core.Words;
import kindred.gui.picture.ClassColors;

/**
 * A way to color images: each belongs to one of a few groups, such as its class or a range of a
 * number. Immutable.
 *
 * @param title a word or two, for a list to choose from
 * @param meaning a sentence: what the groups say
 * @param groups in the order of the legend
 * @param ofImage the group of each image of the data set
 */
record Coloring(String title, String meaning, List<Group> groups, short[] ofImage) {
  private static final int RANGES = 8;
  private static final int MOST_GROUPS = 10_000;

  /** Of what is not known; the same in both themes. */
  static final Color UNKNOWN = Color.web("#8A8F98");

  /**
   * Images of one color.
   *
   * @param count how many images of the map
   * @param light its color on a light background
   * @param dark its color on a dark background
   */
  record Group(String name, int count, Color light, Color dark) {
    Color on(boolean dark) {
      return dark ? this.dark : light;
    }
  }

  /** All alike. */
  static Coloring none(int images, int[] shown) {
    return new Coloring(
        "Nothing",
        "All images have one color.",
        List.of(new Group("all images", shown.length, Color.web("#0969DA"), Color.web("#58A6FF"))),
        new short[images]);
  }

  /**
   * Colors by something that images have in common.
   *
   * @param ofImage an index of the names, negative for unknown
   * @param shown the images of the map
   */
  static Coloring byName(
      String title, String meaning, List<String> names, int[] ofImage, int[] shown) {
    List<Color> colors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      colors.add(ClassColors.of(i));
    }
    return of(title, meaning, names, colors, colors, ofImage, shown);
  }

  /** The same with colors of one's own. */
  static Coloring of(
      String title,
      String meaning,
      List<String> names,
      List<Color> light,
      List<Color> dark,
      int[] ofImage,
      int[] shown) {
    int known = Math.min(names.size(), MOST_GROUPS);
    short[] groups = new short[ofImage.length];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (short) (ofImage[i] >= 0 && ofImage[i] < known ? ofImage[i] : known);
    }
    int[] counts = new int[known + 1];
    for (int image : shown) {
      counts[groups[image]]++;
    }
    List<Group> list = new ArrayList<>();
    for (int i = 0; i < known; i++) {
      list.add(new Group(names.get(i), counts[i], light.get(i), dark.get(i)));
    }
    list.add(new Group("unknown", counts[known], UNKNOWN, UNKNOWN));
    return new Coloring(title, meaning, List.copyOf(list), groups);
  }

  /**
   * Colors by a number: ranges of about as many images each.
   *
   * @param ofImage a number for each image, NaN if unknown
   * @param shown the images of the map
   */
  static Coloring byNumber(String title, String meaning, float[] ofImage, int[] shown) {
    float[] sorted = new float[shown.length];
    int size = 0;
    for (int image : shown) {
      if (!Float.isNaN(ofImage[image])) {
        sorted[size++] = ofImage[image];
      }
    }
    sorted = Arrays.copyOf(sorted, size);
    Arrays.sort(sorted);
    float[] from = beginnings(sorted);
    int[] ranges = new int[ofImage.length];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = Float.isNaN(ofImage[i]) ? -1 : rangeOf(ofImage[i], from);
    }
    List<String> names = new ArrayList<>();
    List<Color> light = new ArrayList<>();
    List<Color> dark = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      float last = i + 1 < from.length ? before(sorted, from[i + 1]) : sorted[size - 1];
      names.add(words(from[i], last));
      double share = from.length == 1 ? 0.5 : (double) i / (from.length - 1);
      light.add(Scale.color(share, false));
      dark.add(Scale.color(share, true));
    }
    return of(title, meaning, names, light, dark, ranges, shown);
  }

  /** The first number of each range; equal numbers are never parted. */
  private static float[] beginnings(float[] sorted) {
    float[] from = new float[RANGES];
    int count = 0;
    for (int range = 0; range < RANGES && sorted.length > 0; range++) {
      float value = sorted[(int) ((long) range * sorted.length / RANGES)];
      if (count == 0 || value > from[count - 1]) {
        from[count++] = value;
      }
    }
    return Arrays.copyOf(from, count);
  }

  private static int rangeOf(float value, float[] from) {
    int found = Arrays.binarySearch(from, value);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** The largest number below another. */
  private static float before(float[] sorted, float next) {
    int at = Arrays.binarySearch(sorted, next);
    while (at > 0 && sorted[at - 1] == next) {
      at--;
    }
    return sorted[Math.max(0, at - 1)];
  }

  private static String words(float first, float last) {
    String from = Words.number(first);
    String to = Words.number(last);
    return from.equals(to) ? from : from + " – " + to;
  }

  /** The groups that have images on the map. */
  List<Integer> present() {
    List<Integer> present = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).count() > 0) {
        present.add(i);
      }
    }
    return present;
  }

  Group of(int image) {
    return groups.get(ofImage[image]);
  }
}
