package kindred.array;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kindred.experiment.BadInput;

/**
 * Vectors as lines of numbers separated by commas, semicolons or tabs, in UTF-8. A first line
 * without any number is a header; if it begins with the word image, index, id, source, file or
 * path, the first column says which image a line stands for.
 */
final class CsvVectors {
  private static final String SEPARATOR = "[,;\t]";
  private static final String NUMBER = "(?i)[-+]?(\\d.*|\\.\\d.*|nan|inf|infinity)";
  private static final String KEY = "(?i)image|index|id|source|file|path";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvVectors() {}

  static Vectors read(Path file) {
    List<String> lines = lines(file);
    int first = lines.isEmpty() || hasNumber(withoutMark(lines.get(0))) ? 0 : 1;
    int keyed = first == 1 && beginsWithKey(withoutMark(lines.get(0))) ? 1 : 0;
    List<String> keys = new ArrayList<>();
    int columns = 0;
    float[] values = new float[0];
    int rows = 0;
    for (int i = first; i < lines.size(); i++) {
      String line = i == 0 ? withoutMark(lines.get(i)) : lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      String[] cells = cells(file, i + 1, line);
      if (rows == 0) {
        columns = cells.length - keyed;
        values = new float[Math.multiplyExact(lines.size() - i, columns)];
      } else if (cells.length - keyed != columns) {
        throw new BadInput(
            file
                + " line "
                + (i + 1)
                + " has "
                + (cells.length - keyed)
                + " numbers instead of "
                + columns);
      }
      for (int c = 0; c < columns; c++) {
        values[rows * columns + c] = number(file, i + 1, cells[c + keyed].strip());
      }
      keys.addAll(Arrays.asList(cells).subList(0, keyed));
      rows++;
    }
    if (rows == 0 || columns == 0) {
      throw new BadInput(file + " holds no numbers");
    }
    Vectors vectors = new Vectors(Arrays.copyOf(values, rows * columns), rows, columns, keys(keys));
    vectors.requireFinite(file);
    return vectors;
  }

  private static boolean beginsWithKey(String header) {
    return unquoted(header.split(SEPARATOR, -1)[0]).matches(KEY);
  }

  /** Numbers if all are numbers, else sources. */
  private static RowKeys keys(List<String> cells) {
    if (cells.isEmpty()) {
      return RowKeys.NONE;
    }
    List<String> keys = cells.stream().map(CsvVectors::unquoted).toList();
    return keys.stream().allMatch(key -> key.matches("\\d{1,9}"))
        ? RowKeys.of(keys.stream().mapToInt(Integer::parseInt).toArray())
        : RowKeys.of(keys);
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Replaces the file with a header, and for each vector a line that begins with its image. */
  static void write(Path file, Vectors vectors) {
    AtomicFile.write(
        file,
        channel -> {
          Writer out =
              new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
          int d = vectors.dimension();
          out.write("image");
          for (int j = 0; j < d; j++) {
            out.write(",v" + j);
          }
          for (int row = 0; row < vectors.count(); row++) {
            out.write("\n" + vectors.imageOf(row));
            for (int j = row * d; j < (row + 1) * d; j++) {
              out.write("," + vectors.values()[j]);
            }
          }
          out.write("\n");
          out.flush();
        });
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new BadInput(file + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutMark(String firstLine) {
    return firstLine.startsWith(BYTE_ORDER_MARK) ? firstLine.substring(1) : firstLine;
  }

  private static boolean hasNumber(String line) {
    return Arrays.stream(line.split(SEPARATOR, -1)).anyMatch(cell -> cell.strip().matches(NUMBER));
  }

  private static String[] cells(Path file, int line, String text) {
    if (text.contains(",") && (text.contains(";") || text.contains("\t"))) {
      throw new BadInput(
          file + " line " + line + " mixes commas with other separators; write 0.5, not 0,5");
    }
    return text.split(SEPARATOR, -1);
  }

  private static float number(Path file, int line, String text) {
    try {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "nan", "+nan", "-nan" -> Float.NaN;
        case "inf", "+inf", "infinity", "+infinity" -> Float.POSITIVE_INFINITY;
        case "-inf", "-infinity" -> Float.NEGATIVE_INFINITY;
        default -> Float.parseFloat(text);
      };
    } catch (NumberFormatException e) {
      throw new BadInput(file + " line " + line + ": '" + text + "' is no number", e);
    }
  }
}
