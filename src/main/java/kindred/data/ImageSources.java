package kindred.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import kindred.array.NpyHeader;
import kindred.experiment.BadInput;

/** Finds out what kind of images a path holds. The content decides where it can. */
public final class ImageSources {
  private static final String KNOWN =
      "known are a folder or ZIP of images (JPEG, PNG, TIFF and others), with class folders or"
          + " without, a CSV file of their paths, IDX images (plain or .gz), CIFAR-10, CIFAR-100 and"
          + " STL-10 binary files, and numpy arrays (.npy, .npz)";

  private static final int NPY_START = 6; // bytes

  private ImageSources() {}

  /**
   * Opens what an import asks for. The caller closes it.
   *
   * @throws BadInput as for the paths alone
   */
  public static ImageSource open(ImportRequest request) {
    ImageSource images = asWanted(withoutTest(request), request);
    return request.test().isEmpty() ? images : split(images, request);
  }

  private static ImageSource split(ImageSource train, ImportRequest request) {
    ImageSource test = null;
    boolean joined = false;
    try {
      test = asWanted(open(request.test().orElseThrow()), request);
      ImageSource both = JoinedSource.split(train, test);
      joined = true;
      return both;
    } finally {
      if (!joined) {
        close(train);
        if (test != null) {
          close(test);
        }
      }
    }
  }

  private static ImageSource asWanted(ImageSource images, ImportRequest request) {
    return request.unlabeled() ? LabeledSource.unlabeled(images) : images;
  }

  private static ImageSource withoutTest(ImportRequest request) {
    List<Path> paths = request.paths();
    if (request.layout().isEmpty()) {
      return open(paths, request.labels());
    }
    try {
      if (paths.size() == 1 && numpy(paths.get(0))) {
        ImageSource images = NumpyArchive.source(paths.get(0), request.layout());
        return request.labels().isPresent()
            ? labeledOrClosed(images, request.labels().get())
            : images;
      }
    } catch (IOException e) {
      throw new BadInput(request.origin() + " cannot be read: " + IoReason.of(e), e);
    }
    throw new BadInput(
        request.origin() + " is no numpy file, so it has no layout; leave --layout out");
  }

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
   * Opens the images at a path with labels from a file, which may be CSV or, for IDX images, IDX
   * and, for a numpy array, another.
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
    return labeledOrClosed(open(paths), labels);
  }

  private static ImageSource labeledOrClosed(ImageSource source, Path labels) {
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
    if (NpyHeader.begins(start(labels, NPY_START))) {
      if (source instanceof NumpySource numpy) {
        return numpy.labeled(labels);
      }
      throw new BadInput(
          labels
              + " is a numpy array, which has no names of images; it can label one numpy array of"
              + " images, anything else takes a CSV file of file names and classes");
    }
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
    if (Stl10Source.in(folder)) {
      return Stl10Source.folder(folder);
    }
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
    if (Stl10Source.named(file)) {
      return Stl10Source.of(file);
    }
    if (numpy(file)) {
      return NumpyArchive.source(file, Optional.empty());
    }
    if (table(file)) {
      return TableSource.of(file);
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

  /** Whether a file holds a data set by itself; a CSV file may, or may label one. */
  static boolean collection(Path file) throws IOException {
    return CifarSource.named(file)
        || Stl10Source.named(file)
        || numpy(file)
        || zip(start(file))
        || IdxFile.dimensions(file) > 0;
  }

  private static boolean numpy(Path file) throws IOException {
    return Files.isRegularFile(file) && NumpyFile.is(file, start(file, NPY_START));
  }

  /** Whether a file is called as a CSV file is. */
  static boolean table(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")
        && Files.isRegularFile(file);
  }

  private static boolean zip(byte[] start) {
    return start.length == 4 && start[0] == 'P' && start[1] == 'K';
  }

  private static byte[] start(Path file) throws IOException {
    return start(file, 4);
  }

  private static byte[] start(Path file, int length) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(length);
    }
  }
}
