package kindred.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kindred.experiment.BadInput;

/**
 * The images of a source with classes from a label file alone, or with none: classes that the
 * source gave are forgotten, and an image without a row has none.
 */
final class LabeledSource implements ImageSource {
  private final ImageSource images;
  private final List<String> classes;
  private final int[] labels;
  private final String how;

  private LabeledSource(ImageSource images, List<String> classes, int[] labels, String how) {
    this.images = images;
    this.classes = classes;
    this.labels = labels;
    this.how = how;
  }

  /**
   * Joins images and rows by the images' names.
   *
   * @throws BadInput if a row names no image of the source or two rows disagree on one. A first row
   *     that names none may be a header, if it begins with a word such as "file" or "image"
   */
  static LabeledSource of(ImageSource images, LabelFile file) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < images.count(); i++) {
      numbers.put(images.name(i), i);
    }
    List<LabelFile.Row> rows = withoutHeader(file.rows(), numbers);
    requireMatches(images, file.name(), rows, numbers);
    List<String> classes = classes(rows);
    int[] labels = none(images);
    Map<Integer, LabelFile.Row> seen = new HashMap<>();
    for (LabelFile.Row row : rows) {
      int image = numbers.get(key(row));
      LabelFile.Row earlier = seen.putIfAbsent(image, row);
      if (earlier != null && !earlier.label().equals(row.label())) {
        throw new BadInput(
            "%s line %d: '%s' is '%s' here and '%s' in line %d"
                .formatted(
                    file.name(),
                    row.line(),
                    row.image(),
                    row.label(),
                    earlier.label(),
                    earlier.line()));
      }
      if (!row.label().isEmpty()) {
        labels[image] = Collections.binarySearch(classes, row.label(), LabelFile.ORDER);
      }
    }
    return new LabeledSource(images, classes, labels, "labeled by a file");
  }

  /** The images of a source without the classes that it gives. */
  static LabeledSource unlabeled(ImageSource images) {
    return new LabeledSource(images, List.of(), none(images), "without labels");
  }

  private static int[] none(ImageSource images) {
    int[] labels = new int[images.count()];
    Arrays.fill(labels, ImageSet.UNLABELED);
    return labels;
  }

  private static String key(LabelFile.Row row) {
    String name = row.image().replace('\\', '/');
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static List<LabelFile.Row> withoutHeader(
      List<LabelFile.Row> rows, Map<String, Integer> numbers) {
    String first = rows.get(0).image();
    String word = first.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    boolean header = LabelFile.HEADERS.contains(word) && !numbers.containsKey(key(rows.get(0)));
    return header ? rows.subList(1, rows.size()) : rows;
  }

  private static void requireMatches(
      ImageSource images, String file, List<LabelFile.Row> rows, Map<String, Integer> numbers) {
    List<LabelFile.Row> strangers =
        rows.stream().filter(row -> !numbers.containsKey(key(row))).toList();
    if (strangers.size() == rows.size()) {
      throw new BadInput(
          "%s names none of the %d images; they have names such as %s"
              .formatted(file, images.count(), images.name(0)));
    }
    if (!strangers.isEmpty()) {
      LabelFile.Row row = strangers.get(0);
      throw new BadInput(
          "%s line %d: '%s' is no image here; the images have names such as %s"
              .formatted(file, row.line(), row.image(), images.name(0)));
    }
  }

  private static List<String> classes(List<LabelFile.Row> rows) {
    Map<String, Boolean> classes = new TreeMap<>(LabelFile.ORDER);
    rows.forEach(row -> classes.put(row.label(), true));
    classes.remove("");
    return List.copyOf(classes.keySet());
  }

  @Override
  public String description() {
    return images.description() + ", " + how;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int count() {
    return images.count();
  }

  @Override
  public String name(int image) {
    return images.name(image);
  }

  @Override
  public boolean test(int image) {
    return images.test(image);
  }

  @Override
  public Reading read() throws IOException {
    Reading reading = images.read();
    return new Reading() {
      private int next;

      @Override
      public Item next() throws IOException {
        Item item = reading.next();
        return new Item(item.name(), labels[next++], item.content());
      }

      @Override
      public void close() throws IOException {
        reading.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    images.close();
  }
}
