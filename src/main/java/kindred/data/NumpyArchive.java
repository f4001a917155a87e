package kindred.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kindred.experiment.BadInput;

/**
 * Finds out which arrays of a numpy file are images and which are labels, by their usual names:
 * {@code images} and {@code labels}, {@code x} and {@code y}, or a pair each for training and
 * testing.
 */
final class NumpyArchive {
  private static final List<String> IMAGES = List.of("images", "x", "data", "pixels", "arr_0");
  private static final List<String> LABELS =
      List.of("labels", "y", "label", "targets", "target", "arr_1");
  private static final List<String> TRAIN =
      List.of("x_train", "train_images", "images_train", "train_x");
  private static final List<String> TRAIN_LABELS =
      List.of("y_train", "train_labels", "labels_train", "train_y");
  private static final List<String> TEST =
      List.of("x_test", "test_images", "images_test", "test_x");
  private static final List<String> TEST_LABELS =
      List.of("y_test", "test_labels", "labels_test", "test_y");

  private final NumpyFile file;
  private final Optional<ArrayLayout> layout;

  private NumpyArchive(NumpyFile file, Optional<ArrayLayout> layout) {
    this.file = file;
    this.layout = layout;
  }

  /**
   * Opens the images of a {@code .npy} or {@code .npz} file.
   *
   * @throws BadInput if no array can be told to be images, or labels do not fit
   */
  static ImageSource source(Path path, Optional<ArrayLayout> layout) throws IOException {
    NumpyFile file = NumpyFile.open(path);
    boolean opened = false;
    try {
      ImageSource source = new NumpyArchive(file, layout).source();
      opened = true;
      return source;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private ImageSource source() throws IOException {
    if (file.arrays().equals(List.of(NumpyFile.ONLY))) {
      return NumpySource.of(file, NumpyFile.ONLY, layout);
    }
    Optional<String> train = named(TRAIN);
    Optional<String> test = named(TEST);
    if (train.isPresent() && test.isPresent()) {
      return split(train.get(), test.get());
    }
    if (train.isPresent()) {
      return labeled(train.get(), named(TRAIN_LABELS));
    }
    return test.isPresent()
        ? labeled(test.get(), named(TEST_LABELS))
        : labeled(images(), named(LABELS));
  }

  private Optional<String> named(List<String> names) {
    return names.stream()
        .flatMap(name -> file.arrays().stream().filter(name::equalsIgnoreCase))
        .findFirst();
  }

  /** The array that is called so, or else the only one with the dimensions of images. */
  private String images() throws IOException {
    Optional<String> called = named(IMAGES);
    if (called.isPresent()) {
      return called.get();
    }
    List<String> fitting = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (String array : file.arrays()) {
      long[] shape = file.header(array).shape();
      all.add(file.what(array) + " of " + ArrayShape.text(shape));
      if (shape.length == 3 || shape.length == 4) {
        fitting.add(array);
      }
    }
    if (fitting.size() != 1) {
      throw new BadInput(
          "it is not clear which array holds the images (%s); save it with"
                  .formatted(all.isEmpty() ? "there is none" : String.join(", ", all))
              + " numpy.savez(file, images=…, labels=…)");
    }
    return fitting.get(0);
  }

  private ImageSource labeled(String images, Optional<String> labels) throws IOException {
    NumpySource source = NumpySource.of(file, images, layout);
    if (labels.isEmpty()) {
      return source;
    }
    int[] numbers = source.labels(file, labels.get());
    return source.labeled(numbers, NumpySource.classes(numbers));
  }

  private ImageSource split(String trainImages, String testImages) throws IOException {
    NumpySource train = NumpySource.of(file, trainImages, layout);
    NumpySource test = NumpySource.of(file, testImages, layout);
    Optional<String> trainLabels = named(TRAIN_LABELS);
    Optional<String> testLabels = named(TEST_LABELS);
    if (trainLabels.isEmpty() && testLabels.isEmpty()) {
      return JoinedSource.split(train, test);
    }
    if (trainLabels.isEmpty() || testLabels.isEmpty()) {
      throw new BadInput(
          "%s has labels for one of %s and %s only; save labels for both or for none"
              .formatted(
                  file.what(trainLabels.or(() -> testLabels).get()), trainImages, testImages));
    }
    int[] some = train.labels(file, trainLabels.get());
    int[] others = test.labels(file, testLabels.get());
    int classes = Math.max(NumpySource.classes(some), NumpySource.classes(others));
    return JoinedSource.split(train.labeled(some, classes), test.labeled(others, classes));
  }
}
