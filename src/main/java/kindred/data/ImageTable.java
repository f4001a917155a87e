package kindred.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kindred.experiment.BadInput;

/**
 * The lines of a CSV file of images: a path, and then, if at all, a class. A header may name the
 * columns {@code path}, {@code label} and {@code split} in any order and among others.
 */
final class ImageTable {
  private static final Set<String> LABELS =
      Set.of("label", "labels", "class", "classname", "classes", "category", "target", "species");
  private static final Set<String> SPLITS = Set.of("split", "set", "subset", "partition", "fold");
  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing", "val", "valid", "validation");
  private static final int NONE = -1;

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Set<String> parts = new HashSet<>(); // of the split
  private int path;
  private int label = 1;
  private int split = NONE;
  private int columns; // 0 until the first line is read

  /**
   * A line that names an image.
   *
   * @param number counted from 1
   * @param label empty if the image has no class
   * @param test whether it is for testing
   * @param problem why it cannot be used; empty if nothing is wrong with it so far
   */
  record Line(int number, String path, String label, boolean test, String problem) {
    /** The same line with a reason against it. */
    Line refused(String why) {
      return new Line(number, path, label, test, why);
    }
  }

  private ImageTable() {}

  /**
   * Reads a file; lines without fault and with.
   *
   * @throws BadInput if it is no text, is empty, or names both a test and a validation part
   */
  static List<Line> read(Path csv) throws IOException {
    ImageTable table = new ImageTable();
    try (BufferedReader in = Files.newBufferedReader(csv)) {
      int number = 0;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        String line = number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        if (!line.isBlank()) {
          table.add(number, LabelFile.fields(line));
        }
      }
    } catch (CharacterCodingException e) {
      throw new BadInput(csv + " is not a UTF-8 text file; save it as CSV in UTF-8", e);
    }
    if (table.lines.isEmpty()) {
      throw new BadInput(csv + " names no image; it should have lines such as: cats/1.jpg,cat");
    }
    if (table.parts.stream().filter(TEST::contains).count() > 1) {
      throw new BadInput(
          csv + " has test and validation images; a data set keeps one of both, so leave out one");
    }
    return table.lines;
  }

  private void add(int number, List<String> fields) {
    if (columns == 0) {
      columns = fields.size();
      if (header(fields)) {
        return;
      }
    }
    lines.add(line(number, fields));
  }

  /** Whether the first line names the columns; then it says which is which. */
  private boolean header(List<String> fields) {
    List<String> words = fields.stream().map(ImageTable::word).toList();
    int named = index(words, LabelFile.HEADERS);
    if (named == NONE) {
      return false;
    }
    path = named;
    label = index(words, LABELS);
    split = index(words, SPLITS);
    if (label == NONE && columns == 2 && split == NONE) {
      label = 1 - path;
    }
    return true;
  }

  private static String word(String field) {
    return field.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  private static int index(List<String> words, Set<String> known) {
    for (int i = 0; i < words.size(); i++) {
      if (known.contains(words.get(i))) {
        return i;
      }
    }
    return NONE;
  }

  private Line line(int number, List<String> fields) {
    String file = path < fields.size() ? fields.get(path).replace('\\', '/') : "";
    String named = file.startsWith("./") ? file.substring(2) : file;
    String of = label == NONE || label >= fields.size() ? "" : fields.get(label);
    String part = split == NONE || split >= fields.size() ? "" : word(fields.get(split));
    Line line = new Line(number, named, of, TEST.contains(part), "");
    if (fields.size() != columns) {
      return line.refused("%d fields instead of %d".formatted(fields.size(), columns));
    }
    if (named.isEmpty()) {
      return line.refused("no path");
    }
    if (split != NONE && !TRAIN.contains(part) && !TEST.contains(part)) {
      return line.refused("its split is neither train nor test");
    }
    Integer earlier = seen.putIfAbsent(named, number);
    if (earlier != null) {
      return line.refused("named before");
    }
    parts.add(part.startsWith("val") ? "val" : part.startsWith("test") ? "test" : part);
    return line;
  }
}
