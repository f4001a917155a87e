package kindred.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kindred.experiment.BadInput;

/** Reads a matrix of numbers separated by commas, semicolons or tabs, with or without a header. */
final class CsvVectors {
  private static final String SEPARATOR = "[,;\t]";

  private CsvVectors() {}

  static Vectors read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int first = lines.isEmpty() || isNumbers(lines.get(0)) ? 0 : 1;
    int rows = 0;
    int columns = 0;
    float[] values = new float[0];
    for (int i = first; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split(SEPARATOR, -1);
      if (rows == 0) {
        columns = cells.length;
        values = new float[Math.multiplyExact(lines.size() - i, columns)];
      } else if (cells.length != columns) {
        throw new BadInput(
            file + " line " + (i + 1) + " has " + cells.length + " numbers instead of " + columns);
      }
      for (int c = 0; c < columns; c++) {
        values[rows * columns + c] = number(file, i + 1, cells[c]);
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

  private static boolean isNumbers(String line) {
    return Arrays.stream(line.split(SEPARATOR, -1))
        .allMatch(cell -> cell.strip().matches("[-+]?(\\d.*|\\.\\d.*|nan|NaN|inf|Infinity)"));
  }

  private static float number(Path file, int line, String cell) {
    String text = cell.strip();
    if (text.equalsIgnoreCase("nan") || text.toLowerCase(java.util.Locale.ROOT).endsWith("inf")) {
      return Float.NaN;
    }
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new BadInput(file + " line " + line + ": '" + text + "' is no number", e);
    }
  }
}
