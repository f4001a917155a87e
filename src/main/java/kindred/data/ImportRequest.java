package kindred.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import kindred.experiment.BadInput;

/**
 * What to import.
 *
 * @param path a folder, a ZIP, an IDX file or a CIFAR file
 * @param name of the data set to be
 * @param size side of the packed images in pixels
 * @param labels a CSV file of file names and classes or, for IDX images, an IDX file
 */
public record ImportRequest(Path path, String name, int size, Optional<Path> labels) {
  public static final int DEFAULT_SIZE = 32;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

  public ImportRequest {
    requireName(name);
    requireSize(size);
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new BadInput(
          "'"
              + name
              + "' cannot name a data set: letters, digits, '.', '_' and '-' can,"
              + " at most 100, and not '.' at the start");
    }
  }

  static void requireSize(int size) {
    if (size < 8 || size > 1024) {
      throw new BadInput("size " + size + " is not possible; it must be from 8 to 1024 pixels");
    }
  }
}
