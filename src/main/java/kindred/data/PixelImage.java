package kindred.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Packed pixels as a picture of its own, for other programs. */
public final class PixelImage {
  private PixelImage() {}

  /**
   * An image of a data set; for background threads.
   *
   * @return of its own size, in color also if it is gray
   */
  public static BufferedImage of(ImageSet images, int number) {
    DatasetInfo info = images.info();
    byte[] pixels = new byte[info.imageBytes()];
    images.pixels(number, pixels, 0);
    BufferedImage picture =
        new BufferedImage(info.width(), info.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < info.height(); y++) {
      for (int x = 0; x < info.width(); x++) {
        int at = y * info.width() + x;
        picture.setRGB(x, y, color(pixels, at, info.channels(), info.height() * info.width()));
      }
    }
    return picture;
  }

  /**
   * One pixel as 0xRRGGBB.
   *
   * @param at of the first channel
   * @param plane length of a channel
   */
  static int color(byte[] pixels, int at, int channels, int plane) {
    int step = channels == 1 ? 0 : plane;
    int red = pixels[at] & 0xFF;
    int green = pixels[at + step] & 0xFF;
    int blue = pixels[at + 2 * step] & 0xFF;
    return red << 16 | green << 8 | blue;
  }

  /** A picture as the bytes of a PNG file. */
  public static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
