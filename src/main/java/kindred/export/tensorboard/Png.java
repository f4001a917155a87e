package kindred.export.tensorboard;

import java.awt.image.BufferedImage;
import kindred.data.PixelImage;

/** A picture as the bytes of a PNG file. */
public record Png(int width, int height, byte[] bytes) {
  public static Png of(BufferedImage picture) {
    return new Png(picture.getWidth(), picture.getHeight(), PixelImage.png(picture));
  }
}
