package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.array.NamedArray;
import kindred.array.Npy;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpySourceTest {
  @TempDir Path folder;

  private static NamedArray counting(long... shape) {
    int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
    return NamedArray.bytes(SampleFiles.counting(size), shape);
  }

  private Path npy(String name, NamedArray array) throws IOException {
    return Files.write(folder.resolve(name), Npy.encode(array));
  }

  private Path npz(Map<String, NamedArray> arrays) {
    Path file = folder.resolve("images.npz");
    Npz.write(file, arrays);
    return file;
  }

  private static byte[] square(ImageSource source, int image, int size) throws Exception {
    try (ImageDecoder decoder = new ImageDecoder()) {
      ImageSource.Item item = IdxSourceTest.items(source).get(image);
      return item.content().load(decoder, new SquareFit(size)).pixels();
    }
  }

  private static void assertRefused(Path file, String... parts) {
    assertThatThrownBy(() -> ImageSources.open(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void channelsAreFoundLastOrFirst() throws Exception {
    try (ImageSource last = ImageSources.open(npy("last.npy", counting(2, 8, 8, 3)));
        ImageSource first = ImageSources.open(npy("first.npy", counting(2, 3, 8, 8)))) {
      assertThat(first.count()).isEqualTo(2);
      assertThat(last.name(1)).isEqualTo("last.npy#1");
      assertThat(square(first, 1, 8)).isEqualTo(counted(192, 192));
      byte[] pixels = square(last, 1, 8);
      // channel 2 of row 3, column 5 of image 1
      assertThat(pixels[2 * 64 + 3 * 8 + 5]).isEqualTo((byte) ((192 + (3 * 8 + 5) * 3 + 2) % 251));
    }
  }

  private static byte[] counted(int from, int length) {
    return Arrays.copyOfRange(SampleFiles.counting(from + length), from, from + length);
  }

  @Test
  void threeDimensionsAreGrayImages() throws Exception {
    try (ImageSource source = ImageSources.open(npy("gray.npy", counting(3, 8, 8)))) {
      assertThat(square(source, 2, 8)).isEqualTo(counted(128, 64));
    }
  }

  @Test
  void layoutIsAskedForWhereBothWouldDoAndTheAnswerIsHeeded() throws Exception {
    Path file = npy("either.npy", counting(2, 3, 8, 3));
    assertRefused(file, "either.npy has the shape 2×3×8×3", "--layout nhwc or --layout nchw");
    ImportRequest request =
        new ImportRequest(
            List.of(file),
            "x",
            8,
            Optional.empty(),
            false,
            Optional.of(ArrayLayout.NCHW),
            Optional.empty(),
            Background.WHITE);
    try (ImageSource source = ImageSources.open(request)) {
      assertThat(source.description()).contains("3×8"); // width × height
    }
  }

  @Test
  void labelsOfAnArchiveAreTheClasses() throws Exception {
    Path file =
        npz(Map.of("X", counting(3, 8, 8), "y", NamedArray.ints(new int[] {2, -1, 0}, 3, 1)));
    try (ImageSource source = ImageSources.open(file)) {
      assertThat(source.classes()).containsExactly("0", "1", "2");
      assertThat(IdxSourceTest.items(source))
          .extracting(ImageSource.Item::label)
          .containsExactly(2, -1, 0);
    }
  }

  @Test
  void trainingAndTestArraysKeepTheirSplit() throws Exception {
    Path file =
        npz(
            Map.of(
                "x_train", counting(2, 8, 8),
                "y_train", NamedArray.ints(new int[] {0, 1}, 2),
                "x_test", counting(1, 8, 8),
                "y_test", NamedArray.ints(new int[] {4}, 1)));
    try (ImageSource source = ImageSources.open(file)) {
      assertThat(source.classes()).hasSize(5);
      assertThat(source.count()).isEqualTo(3);
      assertThat(source.test(1)).isFalse();
      assertThat(source.test(2)).isTrue();
      assertThat(source.name(2)).isEqualTo("images.npz/x_test#0");
    }
  }

  @Test
  void labelsMayStandInAFileOfTheirOwn() throws Exception {
    Path images = npy("x.npy", counting(2, 8, 8));
    Path labels = npy("y.npy", NamedArray.ints(new int[] {1, 0}, 2));
    try (ImageSource source = ImageSources.open(images, labels)) {
      assertThat(IdxSourceTest.items(source))
          .extracting(ImageSource.Item::label)
          .containsExactly(1, 0);
    }
  }

  @Test
  void numbersWithADecimalPointAreRefusedWithTheWayOut() throws Exception {
    Path file = npy("floats.npy", NamedArray.floats(new float[64], 1, 8, 8));
    assertRefused(file, "floats.npy", "'<f4'", "astype('uint8')");
  }

  @Test
  void shapesThatAreNoImagesAreRefused() throws Exception {
    assertRefused(npy("a.npy", counting(4, 16)), "shape 4×16", "N×H×W");
    assertRefused(npy("b.npy", counting(32, 32, 3)), "single image", "images[None]");
    assertRefused(npy("c.npy", counting(2, 8, 8, 4)), "2×8×8×4", "1 or 3 channels");
    assertRefused(npy("d.npy", counting(0, 8, 8, 3)), "holds no image");
  }

  @Test
  void damagedFilesAreRefused() throws Exception {
    Path file = npy("short.npy", counting(4, 8, 8));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 128 + 100));
    assertRefused(file, "short.npy is damaged: it has 100 bytes of pixels instead of 256");

    Path archive = npz(Map.of("images", counting(4, 8, 8)));
    byte[] bytes = Files.readAllBytes(archive);
    bytes[300] ^= 1; // a pixel: archives are not packed here
    Files.write(archive, bytes);
    try (ImageSource source = ImageSources.open(archive)) {
      assertThatThrownBy(() -> IdxSourceTest.items(source))
          .isInstanceOf(BadInput.class)
          .hasMessageContainingAll("images.npz/images is damaged", "checksum");
    }
    Files.write(archive, Arrays.copyOf(bytes, 200));
    assertRefused(archive, "images.npz is no .npz file or damaged");
  }

  @Test
  void labelsThatDoNotFitAreRefused() throws Exception {
    NamedArray images = counting(3, 8, 8);
    assertRefused(
        npz(Map.of("images", images, "labels", NamedArray.ints(new int[2], 2))),
        "images.npz/labels has the shape 2, but images.npz/images has 3 images");
    assertRefused(
        npz(Map.of("images", images, "labels", NamedArray.floats(new float[] {0, .5f, 1}, 3))),
        "images.npz/labels holds no labels",
        "0.5");
    assertRefused(
        npz(Map.of("images", images, "labels", NamedArray.ints(new int[] {0, -2, 1}, 3))),
        "gives image 1 the label -2");
    byte[] words = Npy.encode(NamedArray.ints(new int[3], 3));
    System.arraycopy("<U1".getBytes(StandardCharsets.US_ASCII), 0, words, 21, 3);
    Path labels = Files.write(folder.resolve("words.npy"), words);
    assertThatThrownBy(() -> ImageSources.open(npy("x.npy", images), labels))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll("words.npy", "'<U1'", "labels.astype('int64')");
    assertRefused(
        npz(
            Map.of(
                "x_train", images,
                "x_test", images,
                "y_train", NamedArray.ints(new int[3], 3))),
        "has labels for one of x_train and x_test only");
  }

  @Test
  void arrayThatCannotBeToldIsAskedFor() throws Exception {
    assertRefused(
        npz(Map.of("left", counting(3, 8, 8), "right", counting(3, 8, 8))),
        "images.npz/left of 3×8×8",
        "numpy.savez(file, images=…, labels=…)");
  }
}
