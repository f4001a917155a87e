package kindred.gui.picture;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import kindred.data.ImageSet;

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
}
