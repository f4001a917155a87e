package kindred.gui.results.latent;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import kindred.data.ImageSheet;

/**
 * Reads a sheet, with the paper between its images made transparent, so that it suits any theme.
 */
final class SheetImage {
  private SheetImage() {}

  /** The sheet, or null if it is gone: a training forgets sheets while one looks. */
  static Image read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      BufferedImage sheet = ImageIO.read(file.toFile());
      return sheet == null ? null : withoutPaper(sheet);
    } catch (NoSuchFileException | javax.imageio.IIOException gone) {
      if (Files.exists(file)) {
        throw gone;
      }
      return null;
    }
  }

  private static Image withoutPaper(BufferedImage sheet) {
    int width = sheet.getWidth();
    int height = sheet.getHeight();
    int[] argb = sheet.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < argb.length; i++) {
      argb[i] = ImageSheet.isPaper(i % width, i / width, width) ? 0 : argb[i] | 0xFF000000;
    }
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
  }
}
