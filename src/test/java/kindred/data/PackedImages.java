package kindred.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.Json;

/** Writes small packed data sets for tests, without any reader of images. */
public final class PackedImages {
  /** The value of a pixel, of 0 … 255. */
  @FunctionalInterface
  public interface Pixel {
    int at(int image, int channel, int y, int x);
  }

  private PackedImages() {}

  /** Images in which every pixel differs from its neighbors and every image from the others. */
  public static ImageSet varied(Path folder, int count, int channels, int height, int width) {
    return write(
        folder, count, channels, height, width, 2, (n, c, y, x) -> n * 29 + value(c, y, x));
  }

  /** The formula of the images for which expected values were computed elsewhere. */
  public static int value(int channel, int y, int x) {
    return (channel * 83 + y * 59 + x * 37 + x * y * 11) & 255;
  }

  /** One image C×H×W of that formula. */
  public static byte[] image(int channels, int height, int width) {
    byte[] image = new byte[channels * height * width];
    for (int i = 0; i < image.length; i++) {
      image[i] = (byte) value(i / (height * width), i / width % height, i % width);
    }
    return image;
  }

  /**
   * Writes and opens a data set.
   *
   * @param classes number of classes, labels taking turns; 0 for a data set without labels
   */
  public static ImageSet write(
      Path folder, int count, int channels, int height, int width, int classes, Pixel pixel) {
    ByteBuffer pixels = ByteBuffer.allocate(count * channels * height * width);
    for (int n = 0; n < count; n++) {
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            pixels.put((byte) pixel.at(n, c, y, x));
          }
        }
      }
    }
    ByteBuffer labels = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int n = 0; n < count; n++) {
      labels.putInt(classes == 0 ? ImageSet.UNLABELED : n % classes);
    }
    DatasetInfo info =
        new DatasetInfo(
            1,
            folder.getFileName().toString(),
            count,
            channels,
            height,
            width,
            classNames(classes),
            Collections.nCopies(channels, 0.5),
            Collections.nCopies(channels, 0.25),
            "0".repeat(64),
            "a formula",
            "2026-01-01T00:00:00Z",
            null);
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(ImageSet.PIXELS), pixels.array());
      Files.write(folder.resolve(ImageSet.LABELS), labels.array());
      Files.writeString(folder.resolve(ImageSet.INFO), Json.pretty(info));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ImageSet.open(folder);
  }

  private static List<String> classNames(int classes) {
    return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
  }
}
