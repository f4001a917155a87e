package kindred.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/** Finds out what kind of images a path holds. The content decides where it can. */
public final class ImageSources {
  private static final String KNOWN =
      "known are a folder or ZIP of JPEG and PNG images, with class folders or without,"
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
   * Opens the images at a path with labels from a file, which may be CSV or, for IDX images, IDX.
   *
   * @throws BadInput as {@link #open(Path)}, and if the labels do not fit the images
   */
  public static ImageSource open(Path path, Path labels) {
    if (!Files.isRegularFile(labels)) {
      throw new BadInput("labels file " + labels + " does not exist or is no file");
    }
    ImageSource source = open(path);
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
    byte[] start = start(file);
    if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
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

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }
}
