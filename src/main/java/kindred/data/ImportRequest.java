package kindred.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/**
 * What to import.
 *
 * @param paths a folder, a ZIP, a CSV file of paths, or an IDX, CIFAR, STL-10 or numpy file; or
 *     several folders and image files, which become one data set whose classes are the folders
 * @param name of the data set to be
 * @param size side of the packed images in pixels
 * @param labels a CSV file of file names and classes or, for IDX images, an IDX file and, for a
 *     numpy array of images, another of labels
 * @param unlabeled whether no image shall have a class, whatever folders and files give
 * @param layout of a numpy array of images whose dimensions leave it open
 * @param test images of the same classes that are kept apart for testing
 * @param background of what is transparent
 */
public record ImportRequest(
    List<Path> paths,
    String name,
    int size,
    Optional<Path> labels,
    boolean unlabeled,
    Optional<ArrayLayout> layout,
    Optional<Path> test,
    Background background) {
  public static final int DEFAULT_SIZE = 32;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

  public ImportRequest {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new BadInput("there is nothing to import; give a folder, a ZIP or files of images");
    }
    if (unlabeled && labels.isPresent()) {
      throw new BadInput("labels come from a file or are left out; choose one of the two");
    }
    requireName(name);
    requireSize(size);
  }

  /** To import what needs no word on its layout, without further images for testing. */
  public ImportRequest(
      List<Path> paths, String name, int size, Optional<Path> labels, Background background) {
    this(paths, name, size, labels, false, Optional.empty(), Optional.empty(), background);
  }

  /** To import over white. */
  public ImportRequest(List<Path> paths, String name, int size, Optional<Path> labels) {
    this(paths, name, size, labels, Background.WHITE);
  }

  /** To import one path. */
  public ImportRequest(Path path, String name, int size, Optional<Path> labels) {
    this(List.of(path), name, size, labels);
  }

  /** The paths as a person reads them. */
  String origin() {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
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
