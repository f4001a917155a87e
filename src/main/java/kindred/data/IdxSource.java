package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.metrics.NumberWords;

/** Gray images from an IDX file, with the labels file of the same name if there is one. */
final class IdxSource implements ImageSource {
  private static final String CLASS_NAMES = "class_names.txt";

  private final String file;
  private final IdxFile.Opener opener;
  private final int count;
  private final byte[] labels; // empty without labels
  private final List<String> classes;

  private IdxSource(
      String file, IdxFile.Opener opener, int count, byte[] labels, List<String> classes) {
    this.file = file;
    this.opener = opener;
    this.count = count;
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * @throws BadInput if the file is no IDX file of images
   */
  static IdxSource of(String name, IdxFile.Opener images) throws IOException {
    try (IdxFile file = IdxFile.open(name, images, 3)) {
      if ((long) file.height() * file.width() > ImageDecoder.MAX_PIXELS) {
        throw new BadInput(
            "%s says its images have %d×%d pixels; it is damaged"
                .formatted(name, file.height(), file.width()));
      }
      return new IdxSource(name, images, file.count(), new byte[0], List.of());
    }
  }

  /** An images file, with the labels file beside it if there is one. */
  static IdxSource of(Path images) throws IOException {
    IdxSource source = of(images.getFileName().toString(), opener(images));
    Optional<Path> labels = labelsBeside(images);
    if (labels.isEmpty()) {
      return source;
    }
    List<String> classes = ClassNames.in(images.resolveSibling(CLASS_NAMES));
    return source.labeled(labels.get().getFileName().toString(), opener(labels.get()), classes);
  }

  /** The same images with the labels of an IDX file, and numbers as class names. */
  IdxSource labeled(Path labels) throws IOException {
    return labeled(labels.getFileName().toString(), opener(labels), List.of());
  }

  /**
   * The same images with labels.
   *
   * @param classes class names; if empty, 0 to the largest label
   * @throws BadInput if the numbers of images and labels differ
   */
  IdxSource labeled(String name, IdxFile.Opener opener, List<String> classes) throws IOException {
    try (IdxFile file = IdxFile.open(name, opener, 1)) {
      if (file.count() != count) {
        throw new BadInput(
            "%s has %d labels, but %s has %d images; they do not belong together"
                .formatted(name, file.count(), this.file, count));
      }
      byte[] values = file.next(count);
      file.requireEnd();
      int largest = IntStream.range(0, count).map(i -> values[i] & 0xff).max().orElseThrow();
      if (!classes.isEmpty() && largest >= classes.size()) {
        throw new BadInput(name + " has label " + largest + " of " + classes.size() + " classes");
      }
      List<String> numbers = IntStream.rangeClosed(0, largest).mapToObj(String::valueOf).toList();
      return new IdxSource(
          this.file, this.opener, count, values, classes.isEmpty() ? numbers : classes);
    }
  }

  /** The images files of a folder, a plain one standing for its .gz as well. */
  static List<Path> imagesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().contains("idx3"))
          .filter(file -> !Files.exists(folder.resolve(withoutGz(file))) || !isGz(file))
          .sorted()
          .toList();
    }
  }

  private static boolean isGz(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static String withoutGz(Path file) {
    return file.getFileName().toString().replaceFirst("\\.gz$", "");
  }

  private static Optional<Path> labelsBeside(Path images) {
    String name = withoutGz(images).replace("images", "labels").replace("idx3", "idx1");
    if (name.equals(withoutGz(images))) {
      return Optional.empty();
    }
    return Stream.of(name, name + ".gz")
        .map(images::resolveSibling)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static IdxFile.Opener opener(Path file) {
    return () -> Files.newInputStream(file);
  }

  @Override
  public String description() {
    return "IDX file of %s%s"
        .formatted(
            NumberWords.count(count, "image", "images"), labels.length > 0 ? " with labels" : "");
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
    return file + "#" + image;
  }

  private int label(int image) {
    return labels.length > 0 ? labels[image] & 0xff : ImageSet.UNLABELED;
  }

  @Override
  public Reading read() throws IOException {
    IdxFile images = IdxFile.open(file, opener, 3);
    return new Reading() {
      private int next;

      @Override
      public Item next() throws IOException {
        int image = next++;
        byte[] pixels = images.next(images.height() * images.width());
        if (image == count - 1) {
          images.requireEnd();
        }
        Picture picture = Picture.of(1, images.height(), images.width(), pixels);
        return new Item(name(image), label(image), (decoder, fit) -> fit.of(picture));
      }

      @Override
      public void close() throws IOException {
        images.close();
      }
    };
  }

  @Override
  public void close() {}
}
