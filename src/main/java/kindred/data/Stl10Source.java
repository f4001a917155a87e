package kindred.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.metrics.NumberWords;

/**
 * The binary version of STL-10 (Coates, Lee, Ng 2011): 3×96×96 pixels, each channel column by
 * column, in {@code train_X.bin}, {@code test_X.bin} and {@code unlabeled_X.bin}; labels from 1 in
 * {@code train_y.bin} and {@code test_y.bin}, a byte each; {@code class_names.txt}.
 */
final class Stl10Source implements ImageSource {
  private static final int SIDE = 96;
  private static final int PIXELS = 3 * SIDE * SIDE;
  private static final int CLASSES = 10;
  private static final Pattern NAME = Pattern.compile("(train|test|unlabeled)_X\\.bin");
  private static final String NAMES = "class_names.txt";

  private final Path images;
  private final int count;
  private final byte[] labels; // from 1, 0 for none; empty if the file has none
  private final List<String> classes;

  private Stl10Source(Path images) throws IOException {
    this.images = images;
    this.count = counted(images);
    Path file = images.resolveSibling(images.getFileName().toString().replace("_X.", "_y."));
    this.labels = Files.isRegularFile(file) ? labels(file, count, images) : new byte[0];
    this.classes =
        labels.length == 0 ? List.of() : ClassNames.of(images.resolveSibling(NAMES), 1, CLASSES);
  }

  /** Whether a file has one of the names that the files of images have. */
  static boolean named(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
  }

  /** The images of one file, with the labels beside it if there are any. */
  static ImageSource of(Path file) throws IOException {
    return new Stl10Source(file);
  }

  /** Whether a folder holds such files. */
  static boolean in(Path folder) {
    return Stream.of("train_X.bin", "test_X.bin", "unlabeled_X.bin")
        .anyMatch(name -> named(folder.resolve(name)));
  }

  /**
   * All images of a folder: first those without labels, then the labeled training images, and kept
   * apart the test images, unless there are no others.
   */
  static ImageSource folder(Path folder) throws IOException {
    List<ImageSource> train = new ArrayList<>();
    for (String name : List.of("unlabeled_X.bin", "train_X.bin")) {
      if (named(folder.resolve(name))) {
        train.add(of(folder.resolve(name)));
      }
    }
    Path test = folder.resolve("test_X.bin");
    if (train.isEmpty()) {
      return of(test);
    }
    ImageSource all =
        train.size() == 1 ? train.get(0) : JoinedSource.of(train.get(0), train.get(1));
    return named(test) ? JoinedSource.split(all, of(test)) : all;
  }

  private static int counted(Path file) throws IOException {
    long size = Files.size(file);
    if (size == 0 || size % PIXELS != 0) {
      throw new BadInput(
          "%s is truncated or no STL-10 file: %d bytes are not a multiple of %d; get it anew"
              .formatted(file, size, PIXELS));
    }
    return Math.toIntExact(size / PIXELS);
  }

  private static byte[] labels(Path file, int count, Path images) throws IOException {
    byte[] labels = Files.readAllBytes(file);
    if (labels.length != count) {
      throw new BadInput(
          "%s has %d labels, but %s has %d images; they do not belong together"
              .formatted(file, labels.length, images.getFileName(), count));
    }
    for (int i = 0; i < count; i++) {
      if ((labels[i] & 0xff) > CLASSES) {
        throw new BadInput(
            "%s gives image %d the label %d; STL-10 has 1 to %d, so it is another kind of file"
                .formatted(file, i, labels[i] & 0xff, CLASSES));
      }
    }
    return labels;
  }

  @Override
  public String description() {
    return "STL-10 binary, %s%s"
        .formatted(
            NumberWords.count(count, "image", "images"),
            labels.length > 0 ? " with labels" : " without labels");
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public String name(int image) {
    return images.getFileName() + "#" + image;
  }

  private int label(int image) {
    return labels.length == 0 || labels[image] == 0 ? ImageSet.UNLABELED : labels[image] - 1;
  }

  @Override
  public Reading read() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(images), 1 << 16);
    return new Reading() {
      private int next;

      @Override
      public Item next() throws IOException {
        int image = next++;
        byte[] pixels = in.readNBytes(PIXELS);
        if (pixels.length < PIXELS) {
          throw new BadInput(images + " became shorter while it was read");
        }
        Picture picture = Picture.columnsFirst(3, SIDE, SIDE, pixels);
        return new Item(name(image), label(image), (decoder, fit) -> fit.of(picture));
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  @Override
  public void close() {}
}
