package kindred.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.metrics.NumberWords;

/**
 * The binary version of CIFAR-10 and CIFAR-100: records of 1 label byte, or of a coarse and a fine
 * one, and 3×32×32 pixels. Of CIFAR-100 the fine label is the class.
 */
final class CifarSource implements ImageSource {
  private static final int SIDE = 32;
  private static final int PIXELS = 3 * SIDE * SIDE;
  private static final Pattern TRAIN_10 = Pattern.compile("data_batch_\\d+\\.bin");
  private static final Pattern TEST_10 = Pattern.compile("test_batch\\.bin");
  private static final Pattern TRAIN_100 = Pattern.compile("train\\.bin");
  private static final Pattern TEST_100 = Pattern.compile("test\\.bin");

  private final List<Path> files;
  private final int labelBytes; // the last one is the class
  private final List<String> classes;
  private final int[] counts;

  private CifarSource(List<Path> files, int labelBytes, String names) throws IOException {
    this.files = files;
    this.labelBytes = labelBytes;
    this.counts = new int[files.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count(files.get(i));
    }
    this.classes = ClassNames.of(files.get(0).resolveSibling(names), 0, labelBytes == 1 ? 10 : 100);
  }

  /**
   * The training images of a folder, or its test images if it has no others. Test images beside
   * training images are a data set of their own.
   */
  static List<Path> filesIn(Path folder) throws IOException {
    for (Pattern kind : List.of(TRAIN_10, TEST_10, TRAIN_100, TEST_100)) {
      try (Stream<Path> all = Files.list(folder)) {
        List<Path> files = all.filter(file -> matches(kind, file)).sorted().toList();
        if (!files.isEmpty()) {
          return files;
        }
      }
    }
    return List.of();
  }

  /** Whether a file has one of the names that the files of CIFAR have. */
  static boolean named(Path file) {
    return hundred(file) || matches(TRAIN_10, file) || matches(TEST_10, file);
  }

  private static boolean hundred(Path file) {
    return matches(TRAIN_100, file) || matches(TEST_100, file);
  }

  private static boolean matches(Pattern kind, Path file) {
    return kind.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
  }

  /**
   * @param files of one kind, at least one
   */
  static CifarSource of(List<Path> files) throws IOException {
    return hundred(files.get(0))
        ? new CifarSource(files, 2, "fine_label_names.txt")
        : new CifarSource(files, 1, "batches.meta.txt");
  }

  private int count(Path file) throws IOException {
    long size = Files.size(file);
    int record = labelBytes + PIXELS;
    if (size == 0 || size % record != 0 || size / record > Integer.MAX_VALUE) {
      throw new BadInput(
          "%s is truncated or no CIFAR file: %d bytes are not a multiple of %d"
              .formatted(file, size, record));
    }
    return (int) (size / record);
  }

  @Override
  public String description() {
    return "CIFAR-%d binary, %s in %s"
        .formatted(
            classes.size(),
            NumberWords.count(count(), "image", "images"),
            NumberWords.count(counts.length, "file", "files"));
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int count() {
    return Arrays.stream(counts).sum();
  }

  @Override
  public String name(int image) {
    int file = 0;
    int rest = image;
    while (rest >= counts[file]) {
      rest -= counts[file++];
    }
    return files.get(file).getFileName() + "#" + rest;
  }

  @Override
  public Reading read() {
    return new Records();
  }

  @Override
  public void close() {}

  private final class Records implements Reading {
    private final List<Integer> left = new ArrayList<>(Arrays.stream(counts).boxed().toList());
    private int file = -1;
    private int next;
    private InputStream in = InputStream.nullInputStream();

    @Override
    public Item next() throws IOException {
      while (file < 0 || left.get(file) == 0) {
        in.close();
        in = new BufferedInputStream(Files.newInputStream(files.get(++file)), 1 << 16);
      }
      left.set(file, left.get(file) - 1);
      byte[] label = in.readNBytes(labelBytes);
      byte[] pixels = in.readNBytes(PIXELS);
      if (pixels.length < PIXELS) {
        throw new BadInput(files.get(file) + " became shorter while it was read");
      }
      return item(next++, label[labelBytes - 1] & 0xff, Picture.of(3, SIDE, SIDE, pixels));
    }

    private Item item(int image, int label, Picture picture) {
      if (label >= classes.size()) {
        throw new BadInput(
            "%s has label %d, but CIFAR-%d has labels 0 to %d; is it another kind of file?"
                .formatted(name(image), label, classes.size(), classes.size() - 1));
      }
      return new Item(name(image), label, (decoder, fit) -> fit.of(picture));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
