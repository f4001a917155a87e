package kindred.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kindred.experiment.BadInput;

/**
 * The rows of a CSV file of labels: a file name, a comma, a class. UTF-8; a field with a comma or a
 * quote stands in quotes, and a quote within is doubled.
 *
 * @param name the file's name, for messages
 */
record LabelFile(String name, List<Row> rows) {
  /** What the column of file names may be called. */
  static final Set<String> HEADERS =
      Set.of("file", "filename", "filepath", "path", "image", "imagename", "imageid", "name", "id");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** Of classes: numbers by their value, before words in the order of their characters. */
  static final Comparator<String> ORDER =
      Comparator.comparing((String c) -> !NUMBER.matcher(c).matches())
          .thenComparing(c -> NUMBER.matcher(c).matches() ? Integer.parseInt(c) : 0)
          .thenComparing(Comparator.naturalOrder());

  /**
   * @param line counted from 1
   * @param label empty if the image has no class
   */
  record Row(int line, String image, String label) {}

  /**
   * @throws BadInput if a line has not two fields, or there is no line
   */
  static LabelFile read(Path file) throws IOException {
    String name = file.getFileName().toString();
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (!text.isBlank()) {
          rows.add(row(name, number, text));
        }
      }
    } catch (CharacterCodingException e) {
      throw new BadInput(name + " is not a UTF-8 text file; save it as CSV in UTF-8", e);
    }
    if (rows.isEmpty()) {
      throw new BadInput(name + " is empty; it should have lines such as: cats/1.jpg,cat");
    }
    return new LabelFile(name, List.copyOf(rows));
  }

  private static Row row(String name, int number, String line) {
    List<String> fields = fields(line);
    if (fields.size() != 2 || fields.get(0).isEmpty()) {
      throw new BadInput(
          "%s line %d: expected a file name, a comma and a class, found '%s'"
              .formatted(name, number, line));
    }
    return new Row(number, fields.get(0), fields.get(1));
  }

  /** The fields of a line, without quotes and the space around them. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
