package kindred.data;

import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import kindred.array.AtomicFile;

/**
 * Small images side by side on white, for people to look at. Images below 64 pixels are enlarged by
 * a whole factor, so that every pixel stays a sharp square.
 */
public final class ImageSheet {
  /** Images in a row of the sheets that trainings draw. */
  public static final int USUAL_COLUMNS = 8;

  private static final int LEGIBLE = 64;
  private static final int GAP = 4;
  private static final int WHITE = 0xFFFFFF;

  private final int columns;
  private final int channels;
  private final int size;
  private final int factor;

  /**
   * Lays out a sheet.
   *
   * @param columns images in a row
   * @param channels C, 1 or 3
   * @param size S
   */
  public ImageSheet(int columns, int channels, int size) {
    this.columns = columns;
    this.channels = channels;
    this.size = size;
    this.factor = Math.max(1, (LEGIBLE + size - 1) / size);
  }

  /**
   * Whether a place of a sheet of {@value #USUAL_COLUMNS} columns lies between its images.
   *
   * @param width of the whole sheet
   */
  public static boolean isPaper(int x, int y, int width) {
    int step = (width - GAP) / USUAL_COLUMNS;
    return x % step < GAP || y % step < GAP;
  }

  /**
   * Writes a PNG, whole or not at all.
   *
   * @param pixels N×C×S×S uint8, row by row
   */
  public void write(Path file, byte[] pixels) {
    BufferedImage sheet = draw(pixels);
    AtomicFile.write(
        file,
        channel -> {
          OutputStream out = Channels.newOutputStream(channel);
          ImageIO.write(sheet, "png", out);
          out.flush();
        });
  }

  /**
   * The sheet.
   *
   * @param pixels N×C×S×S uint8, row by row
   */
  public BufferedImage draw(byte[] pixels) {
    int images = pixels.length / (channels * size * size);
    int rows = (images + columns - 1) / columns;
    int step = size * factor + GAP;
    BufferedImage sheet =
        new BufferedImage(columns * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        sheet.setRGB(x, y, WHITE);
      }
    }
    for (int i = 0; i < images; i++) {
      place(sheet, pixels, i, GAP + i % columns * step, GAP + i / columns * step);
    }
    return sheet;
  }

  private void place(BufferedImage sheet, byte[] pixels, int image, int left, int top) {
    for (int y = 0; y < size * factor; y++) {
      for (int x = 0; x < size * factor; x++) {
        int at = (image * channels * size + y / factor) * size + x / factor;
        sheet.setRGB(left + x, top + y, PixelImage.color(pixels, at, channels, size * size));
      }
    }
  }
}
