package kindred.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import kindred.array.NamedArray;
import kindred.array.NpyHeader;
import kindred.experiment.BadInput;
import kindred.metrics.NumberWords;

/** Images from an array of unsigned bytes in a numpy file, with labels from another if any. */
final class NumpySource implements ImageSource {
  private static final int MOST_CLASSES = 100_000;

  private final NumpyFile file;
  private final String array;
  private final ArrayShape shape;
  private final int[] labels; // empty without labels
  private final List<String> classes;

  private NumpySource(
      NumpyFile file, String array, ArrayShape shape, int[] labels, List<String> classes) {
    this.file = file;
    this.array = array;
    this.shape = shape;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * Images without labels. Closing the source closes the file.
   *
   * @throws BadInput if the array holds no images
   */
  static NumpySource of(NumpyFile file, String array, Optional<ArrayLayout> layout)
      throws IOException {
    NpyHeader header = file.header(array);
    ArrayShape shape = ArrayShape.of(header, file.what(array), layout);
    long bytes = file.bytes(array) - header.bytes();
    if (bytes != shape.bytes()) {
      throw new BadInput(
          "%s is damaged: it has %d bytes of pixels instead of %d; save it anew"
              .formatted(file.what(array), bytes, shape.bytes()));
    }
    return new NumpySource(file, array, shape, new int[0], List.of());
  }

  /** The same images with labels from {@link #labels}, below a number of classes. */
  NumpySource labeled(int[] numbers, int classCount) {
    List<String> names = IntStream.range(0, classCount).mapToObj(String::valueOf).toList();
    return new NumpySource(file, array, shape, numbers, names);
  }

  /** The same images with the labels of a {@code .npy} file. */
  NumpySource labeled(Path npy) throws IOException {
    try (NumpyFile numbers = NumpyFile.open(npy)) {
      int[] read = labels(numbers, NumpyFile.ONLY);
      return labeled(read, classes(read));
    }
  }

  /**
   * A whole number of each image, -1 for one without a class.
   *
   * @throws BadInput if the array has not one for each, or they cannot be numbers of classes
   */
  int[] labels(NumpyFile from, String name) throws IOException {
    String what = from.what(name);
    NamedArray numbers = numbers(from, name);
    long[] dimensions = numbers.shape();
    boolean flat = dimensions.length == 1 || (dimensions.length == 2 && dimensions[1] == 1);
    if (!flat || dimensions[0] != shape.count()) {
      throw new BadInput(
          "%s has the shape %s, but %s has %d images; labels are one whole number for each"
              .formatted(what, ArrayShape.text(dimensions), file.what(array), shape.count()));
    }
    int[] values;
    try {
      values = numbers.toInts();
    } catch (BadInput e) {
      throw new BadInput(what + " holds no labels: " + e.getMessage(), e);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] < ImageSet.UNLABELED || values[i] >= MOST_CLASSES) {
        throw new BadInput(
            "%s gives image %d the label %d; labels are from 0 to %d, or -1 for none"
                .formatted(what, i, values[i], MOST_CLASSES - 1));
      }
    }
    return values;
  }

  private static NamedArray numbers(NumpyFile from, String name) throws IOException {
    try {
      return from.read(name);
    } catch (BadInput e) {
      throw new BadInput(
          e.getMessage() + "; labels are whole numbers: save labels.astype('int64')", e);
    }
  }

  /** One more than the largest label. */
  static int classes(int[] labels) {
    return Arrays.stream(labels).max().orElse(ImageSet.UNLABELED) + 1;
  }

  @Override
  public String description() {
    return "%s of %d×%d in %s%s"
        .formatted(
            NumberWords.count(shape.count(), "image", "images"),
            shape.width(),
            shape.height(),
            file.what(array),
            labels.length > 0 ? " with labels" : "");
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int count() {
    return shape.count();
  }

  @Override
  public String name(int image) {
    return file.what(array) + "#" + image;
  }

  private int label(int image) {
    return labels.length > 0 ? labels[image] : ImageSet.UNLABELED;
  }

  @Override
  public Reading read() throws IOException {
    return new Images(file.numbers(array));
  }

  private final class Images implements Reading {
    private final InputStream in;
    private int next;

    Images(InputStream in) {
      this.in = in;
    }

    @Override
    public Item next() throws IOException {
      int image = next++;
      byte[] pixels = pixels(image);
      if (image == count() - 1) {
        requireEnd();
      }
      Picture picture = shape.picture(pixels);
      return new Item(name(image), label(image), (decoder, fit) -> fit.of(picture));
    }

    private byte[] pixels(int image) throws IOException {
      try {
        byte[] pixels = in.readNBytes(shape.imageBytes());
        if (pixels.length == shape.imageBytes()) {
          return pixels;
        }
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
      throw new BadInput(
          "%s is truncated: its header says %d images, and it ends within image %d; save it anew"
              .formatted(file.what(array), count(), image));
    }

    private void requireEnd() throws IOException {
      try {
        if (in.read() >= 0) {
          throw new BadInput(
              file.what(array) + " is longer than its header says; it is damaged, save it anew");
        }
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }

    private BadInput damaged(IOException e) {
      return new BadInput(
          file.what(array) + " is damaged: " + e.getMessage() + "; save it anew", e);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
