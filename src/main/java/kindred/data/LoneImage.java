package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;

/**
 * An image file on its own, made into what the import would have made of it in a data set: fitted
 * into the same square, and gray or colored as the others are.
 */
public final class LoneImage {
  private LoneImage() {}

  /**
   * Reads the file; for background threads.
   *
   * @param like the data set
   * @return C×H×W
   * @throws BadInput if it is no image that can be read, saying why and what to do
   */
  public static byte[] read(Path file, DatasetInfo like) {
    try (ImageDecoder decoder = new ImageDecoder()) {
      if (!Files.isRegularFile(file)) {
        throw new UnusableImage(
            Files.isDirectory(file) ? "it is a folder" : "there is no such file");
      }
      if (Files.size(file) > FileSource.MAX_BYTES) {
        throw FileSource.tooLarge();
      }
      // Its content alone counts: what a single file is called may well be wrong.
      Square square =
          decoder.decode("image", Files.readAllBytes(file), new SquareFit(like.height()));
      return colored(square, like.channels());
    } catch (UnusableImage e) {
      throw unusable(file, e.getMessage(), e);
    } catch (IOException e) {
      throw unusable(file, IoReason.of(e), e);
    }
  }

  private static BadInput unusable(Path file, String reason, Exception cause) {
    return new BadInput(
        file.getFileName() + " cannot be used: " + reason + "; choose another image", cause);
  }

  private static byte[] colored(Square square, int channels) {
    byte[] pixels = square.pixels();
    if (square.channels() == channels) {
      return pixels;
    }
    int plane = pixels.length / square.channels();
    byte[] other = new byte[channels * plane];
    if (channels > 1) {
      for (int c = 0; c < channels; c++) {
        System.arraycopy(pixels, 0, other, c * plane, plane);
      }
      return other;
    }
    int[][] planes = new int[square.channels()][plane];
    for (int i = 0; i < pixels.length; i++) {
      planes[i / plane][i % plane] = pixels[i] & 0xFF;
    }
    Colors.grayscale(planes);
    for (int i = 0; i < plane; i++) {
      other[i] = (byte) planes[0][i];
    }
    return other;
  }

  /**
   * The same image as a network takes it: centered and padded with zeros.
   *
   * @param pixels C×H×W
   * @param size S
   * @return C×S×S
   * @throws IllegalArgumentException if it is larger than that
   */
  public static byte[] placed(byte[] pixels, DatasetInfo like, int size) {
    byte[] placed = new byte[like.channels() * size * size];
    new Augmenter(like.channels(), like.height(), like.width(), size)
        .view(Augmentation.none(), pixels, new Draws(), placed, 0);
    return placed;
  }
}
