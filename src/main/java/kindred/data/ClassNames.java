package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;

/** The text file of class names that lies beside published images, a line for each class. */
final class ClassNames {
  private ClassNames() {}

  /** The names, without blank lines; none if there is no such file. */
  static List<String> in(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * The names of so many classes; their numbers if there is no such file.
   *
   * @param first number of the first class
   * @throws BadInput if the file names more or fewer
   */
  static List<String> of(Path file, int first, int count) throws IOException {
    if (!Files.isRegularFile(file)) {
      return IntStream.range(first, first + count).mapToObj(String::valueOf).toList();
    }
    List<String> names = in(file);
    if (names.size() != count) {
      throw new BadInput("%s names %d classes instead of %d".formatted(file, names.size(), count));
    }
    return names;
  }
}
