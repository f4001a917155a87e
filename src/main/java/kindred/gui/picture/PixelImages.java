package kindred.gui.picture;

import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import kindred.array.AtomicFile;
import kindred.data.ImageSet;
import kindred.data.Square;

/** Images of a packed data set as JavaFX has them, one pixel for a pixel. */
public final class PixelImages {
  private static final int OPAQUE = 0xFF000000;

  private PixelImages() {}

  /** An image of a data set. Reads the mapped file: for background threads. */
  public static Image of(ImageSet set, int image) {
    byte[] pixels = new byte[set.info().imageBytes()];
    set.pixels(image, pixels, 0);
    return of(pixels, set.info().channels(), set.info().height(), set.info().width());
  }

  /** An image of a square's pixels; from any thread. */
  static Image of(Square square) {
    int side = (int) Math.sqrt(square.pixels().length / (double) square.channels());
    return of(square.pixels(), square.channels(), side, side);
  }

  /**
   * An image of given pixels; from any thread.
   *
   * @param pixels C×H×W uint8
   * @param channels 1 or 3
   */
  public static Image of(byte[] pixels, int channels, int height, int width) {
    int plane = height * width;
    int green = channels == 1 ? 0 : plane;
    int[] argb = new int[plane];
    for (int i = 0; i < plane; i++) {
      argb[i] =
          OPAQUE
              | (pixels[i] & 0xFF) << 16
              | (pixels[i + green] & 0xFF) << 8
              | (pixels[i + 2 * green] & 0xFF);
    }
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
  }

  /** Writes an image as PNG, whole or not at all; for background threads. */
  public static void write(Image image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, argb, 0, width);
    AtomicFile.write(
        file, channel -> ImageIO.write(picture, "png", Channels.newOutputStream(channel)));
  }

  /** The same image with every pixel as a square of some pixels; from any thread. */
  static Image enlarged(Image image, int factor) {
    if (factor == 1) {
      return image;
    }
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] small = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), small, 0, width);
    int wide = width * factor;
    int[] large = new int[wide * height * factor];
    for (int i = 0; i < large.length; i++) {
      large[i] = small[i / wide / factor * width + i % wide / factor];
    }
    return new WritableImage(
        new PixelBuffer<>(
            wide, height * factor, IntBuffer.wrap(large), PixelFormat.getIntArgbPreInstance()));
  }
}
