package kindred.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/** Finds out what kind of images a path holds. The content decides where it can. */
public final class ImageSources {
  private static final String KNOWN =
      "known are a folder or ZIP of images (JPEG, PNG, TIFF and others), with class folders or without,"
          + " IDX images (plain or .gz), and CIFAR-10 or CIFAR-100 binary files";

  private ImageSources() {}

  /**
   * Opens the images at a path. The caller closes them.
   *
   * @throws BadInput if there is nothing, or nothing that can be read
   */
  public static ImageSource open(Path path) {
    if (!Files.exists(path)) {
      throw new BadInput(path + " does not exist; give a folder, a ZIP or a file of images");
    }
    try {
      return Files.isDirectory(path) ? folder(path) : file(path);
    } catch (IOException e) {
      throw new BadInput(path + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /**
   * Opens the images at one path, or folders and image files together, each folder being a class.
   *
   * @param labels as for {@link #open(Path, Path)}
   * @throws BadInput as for one path, and if there is a collection among several
   */
  public static ImageSource open(List<Path> paths, Optional<Path> labels) {
    if (labels.isPresent()) {
      return open(paths, labels.get());
    }
    return open(paths);
  }

  private static ImageSource open(List<Path> paths) {
    if (paths.size() == 1) {
      return open(paths.get(0));
    }
    try {
      return paths.stream().allMatch(CifarSource::named)
          ? CifarSource.of(paths)
          : SeveralPaths.source(paths);
    } catch (IOException e) {
      throw new BadInput(paths.get(0) + " and others cannot be read: " + IoReason.of(e), e);
    }
  }

  /**
   * Opens the images at a path with labels from a file, which may be CSV or, for IDX images, IDX.
   *
   * @throws BadInput as {@link #open(Path)}, and if the labels do not fit the images
   */
  public static ImageSource open(Path path, Path labels) {
    return open(List.of(path), labels);
  }

  private static ImageSource open(List<Path> paths, Path labels) {
    if (!Files.isRegularFile(labels)) {
      throw new BadInput("labels file " + labels + " does not exist or is no file");
    }
    ImageSource source = open(paths);
    boolean done = false;
    try {
      ImageSource labeled = labeled(source, labels);
      done = true;
      return labeled;
    } catch (IOException e) {
      throw new BadInput("labels file " + labels + " cannot be read: " + IoReason.of(e), e);
    } finally {
      if (!done) {
        close(source);
      }
    }
  }

  private static void close(ImageSource source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new BadInput(source.description() + " cannot be closed: " + IoReason.of(e), e);
    }
  }

  private static ImageSource labeled(ImageSource source, Path labels) throws IOException {
    int dimensions = IdxFile.dimensions(labels);
    if (dimensions == 0) {
      return LabeledSource.of(source, LabelFile.read(labels));
    }
    if (dimensions == 1 && source instanceof IdxSource idx) {
      return idx.labeled(labels);
    }
    throw new BadInput(
        labels
            + " is an IDX file, which has no names of images; it can label IDX images alone,"
            + " anything else takes a CSV file of file names and classes");
  }

  private static ImageSource folder(Path folder) throws IOException {
    List<Path> cifar = CifarSource.filesIn(folder);
    if (!cifar.isEmpty()) {
      return CifarSource.of(cifar);
    }
    List<Path> idx = IdxSource.imagesIn(folder);
    if (idx.size() > 1) {
      String names = idx.stream().map(f -> f.getFileName().toString()).collect(commas());
      throw new BadInput(
          folder + " holds several IDX files of images (" + names + "); give the path of one");
    }
    return idx.isEmpty() ? FolderFiles.source(folder) : IdxSource.of(idx.get(0));
  }

  private static Collector<CharSequence, ?, String> commas() {
    return Collectors.joining(", ");
  }

  private static ImageSource file(Path file) throws IOException {
    if (CifarSource.named(file)) {
      return CifarSource.of(List.of(file));
    }
    if (zip(start(file))) {
      return ZipFiles.source(file);
    }
    int dimensions = IdxFile.dimensions(file);
    if (dimensions == 3) {
      return IdxSource.of(file);
    }
    if (dimensions == 1) {
      throw new BadInput(file + " is an IDX file of labels; give the file of images beside it");
    }
    throw new BadInput(file + " is no kind of image collection that can be read; " + KNOWN);
  }

  /** Whether a path holds a data set by itself: an archive, an IDX or CIFAR file. */
  static boolean collection(Path file) throws IOException {
    return CifarSource.named(file) || zip(start(file)) || IdxFile.dimensions(file) > 0;
  }

  private static boolean zip(byte[] start) {
    return start.length == 4 && start[0] == 'P' && start[1] == 'K';
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }
}
