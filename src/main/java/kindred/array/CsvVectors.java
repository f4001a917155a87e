package kindred.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kindred.experiment.BadInput;

/**
 * Reads a matrix of numbers separated by commas, semicolons or tabs, in UTF-8. A first line without
 * any number is a header.
 */
final class CsvVectors {
  private static final String SEPARATOR = "[,;\t]";
  private static final String NUMBER = "(?i)[-+]?(\\d.*|\\.\\d.*|nan|inf|infinity)";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvVectors() {}

  static Vectors read(Path file) {
    List<String> lines = lines(file);
    int first = lines.isEmpty() || hasNumber(withoutMark(lines.get(0))) ? 0 : 1;
    int rows = 0;
    int columns = 0;
    float[] values = new float[0];
    for (int i = first; i < lines.size(); i++) {
      String line = i == 0 ? withoutMark(lines.get(i)) : lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      String[] cells = cells(file, i + 1, line);
      if (rows == 0) {
        columns = cells.length;
        values = new float[Math.multiplyExact(lines.size() - i, columns)];
      } else if (cells.length != columns) {
        throw new BadInput(
            file + " line " + (i + 1) + " has " + cells.length + " numbers instead of " + columns);
      }
      for (int c = 0; c < columns; c++) {
        values[rows * columns + c] = number(file, i + 1, cells[c].strip());
      }
      rows++;
    }
    if (rows == 0) {
      throw new BadInput(file + " holds no numbers");
    }
    Vectors vectors = new Vectors(Arrays.copyOf(values, rows * columns), rows, columns);
    vectors.requireFinite(file);
    return vectors;
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
