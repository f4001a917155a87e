package kindred.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;

/**
 * What a CSV file says of a data set's images: a line for each, whose first cell, or the one in a
 * column called such as {@code image} or {@code path}, is the image's number or what its file is
 * called in the data set. The first line names the columns. UTF-8; a cell with a comma or a quote
 * stands in quotes, and no cell goes over several lines.
 *
 * @param file its name
 * @param columns all but that of the images
 * @param named how many images have a line
 * @param strangers lines of images that the data set does not have
 */
public record ImageColumns(String file, List<Column> columns, int named, int strangers) {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /** What stands for a value that is not known. */
  private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "none");

  /** So many different words of a column are told apart. */
  private static final int MOST_WORDS = 10_000;

  /**
   * One of them: numbers, if all that is known in it are such, or else words.
   *
   * @param numbers a number for each image of the data set, NaN if unknown; empty for words
   * @param words the different ones, numbers by value before the others; empty for numbers
   * @param wordOf an index of the words for each image, negative if unknown; empty for numbers
   */
  public record Column(String name, float[] numbers, List<String> words, int[] wordOf) {
    public boolean isNumeric() {
      return words.isEmpty();
    }
  }

  /**
   * Reads a file; for background threads.
   *
   * @throws BadInput naming file and line if it is no such table, or names none of the images
   */
  public static ImageColumns read(Path file, ImageSet images) {
    String name = String.valueOf(file.getFileName());
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return new Reading(name, images).of(lines);
    } catch (CharacterCodingException e) {
      throw new BadInput(name + " is not a UTF-8 text file; save it as CSV in UTF-8", e);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** Goes through the lines of a file. */
  private static final class Reading {
    private final String file;
    private final ImageSet images;
    private final Map<String, Integer> bySource;
    private final List<Growing> columns = new ArrayList<>();
    private final boolean[] seen;
    private int key;
    private int width;
    private int named;
    private int strangers;
    private String stranger;

    Reading(String file, ImageSet images) {
      this.file = file;
      this.images = images;
      this.seen = new boolean[images.count()];
      boolean listed = Files.exists(images.folder().resolve(ImageSet.SOURCES));
      this.bySource = listed ? ImageNumbers.bySource(images) : Map.of();
    }

    ImageColumns of(BufferedReader lines) throws IOException {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (text.isBlank()) {
          continue;
        }
        List<String> cells = LabelFile.fields(text);
        if (width == 0) {
          begin(cells);
        } else {
          take(number, cells);
        }
      }
      finish();
      return new ImageColumns(file, columns.stream().map(Growing::done).toList(), named, strangers);
    }

    private void begin(List<String> cells) {
      width = cells.size();
      if (width < 2) {
        throw new BadInput(
            file
                + " has one column; it needs one that names the images and at least one to color by,"
                + " with commas between");
      }
      key =
          IntStream.range(0, width)
              .filter(i -> LabelFile.HEADERS.contains(word(cells.get(i))))
              .findFirst()
              .orElse(0);
      if (image(cells.get(key)).isPresent()) {
        throw new BadInput(
            "%s begins with image '%s'; its first line should name the columns, such as image,size"
                .formatted(file, cells.get(key)));
      }
      Set<String> names = new HashSet<>();
      for (int i = 0; i < width; i++) {
        if (i != key && !names.add(cells.get(i))) {
          throw new BadInput(
              "%s has two columns called '%s'; rename one".formatted(file, cells.get(i)));
        }
        String name = cells.get(i).isEmpty() ? "column " + (i + 1) : cells.get(i);
        columns.add(i == key ? null : new Growing(name, images.count()));
      }
    }

    private static String word(String cell) {
      return cell.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    private void take(int number, List<String> cells) {
      if (cells.size() != width) {
        throw new BadInput(
            "%s line %d has %d cells, but the first line names %d columns; put cells with commas in"
                    .formatted(file, number, cells.size(), width)
                + " quotes");
      }
      OptionalInt image = image(cells.get(key));
      if (image.isEmpty()) {
        strangers++;
        stranger = stranger == null ? cells.get(key) : stranger;
        return;
      }
      if (seen[image.getAsInt()]) {
        throw new BadInput(
            "%s line %d names image '%s' a second time".formatted(file, number, cells.get(key)));
      }
      seen[image.getAsInt()] = true;
      named++;
      for (int i = 0; i < width; i++) {
        if (i != key) {
          columns.get(i).add(image.getAsInt(), cells.get(i));
        }
      }
    }

    /** By what it is called, which may be a number too, or else by its number. */
    private OptionalInt image(String cell) {
      Integer called = bySource.get(cell.replace('\\', '/'));
      if (called != null) {
        return OptionalInt.of(called);
      }
      return WHOLE.matcher(cell).matches() && Integer.parseInt(cell) < images.count()
          ? OptionalInt.of(Integer.parseInt(cell))
          : OptionalInt.empty();
    }

    private void finish() {
      if (width == 0) {
        throw new BadInput(
            file + " is empty; it should have a line of column names and then one for each image");
      }
      if (named == 0) {
        throw new BadInput(
            "%s names none of the %,d images of %s%s; they go by their numbers, from 0, or by names"
                    .formatted(
                        file,
                        images.count(),
                        images.name(),
                        stranger == null ? "" : " ('" + stranger + "' is none)")
                + " such as "
                + bySource.keySet().stream().min(Comparator.naturalOrder()).orElse("cats/1.jpg"));
      }
      columns.remove(key);
    }
  }

  /** A column while its cells come in. */
  private static final class Growing {
    private final String name;
    private final int[] wordOf;
    private final Map<String, Integer> words = new HashMap<>();
    private float[] numbers; // null once there was a word

    Growing(String name, int images) {
      this.name = name;
      wordOf = new int[images];
      Arrays.fill(wordOf, -1);
      numbers = new float[images];
      Arrays.fill(numbers, Float.NaN);
    }

    void add(int image, String cell) {
      if (MISSING.contains(cell.toLowerCase(Locale.ROOT))) {
        return;
      }
      if (numbers != null && NUMBER.matcher(cell).matches()) {
        numbers[image] = Float.parseFloat(cell);
      } else {
        numbers = null;
      }
      Integer known = words.get(cell);
      if (known == null && words.size() < MOST_WORDS) {
        known = words.size();
        words.put(cell, known);
      }
      wordOf[image] = known == null ? -1 : known;
    }

    Column done() {
      if (numbers != null) {
        return new Column(name, numbers, List.of(), new int[0]);
      }
      List<String> sorted = words.keySet().stream().sorted(LabelFile.ORDER).toList();
      int[] places = new int[sorted.size()];
      for (int place = 0; place < places.length; place++) {
        places[words.get(sorted.get(place))] = place;
      }
      Arrays.setAll(wordOf, image -> wordOf[image] < 0 ? -1 : places[wordOf[image]]);
      return new Column(name, new float[0], sorted, wordOf);
    }
  }
}
