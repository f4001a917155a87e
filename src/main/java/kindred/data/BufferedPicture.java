package kindred.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The pixels of an ImageIO image as they are in the file. Samples are read from the raster: {@code
 * getRGB} would pass gray values through a linear color space and change them. What is transparent
 * lies over white. 16-bit samples are rounded to 8 bits.
 */
final class BufferedPicture implements Picture {
  static final String FOREIGN_COLORS = "colors that cannot be read, such as CMYK";

  private final Raster raster;
  private final int channels;
  private final boolean alpha;
  private final byte[][] palette; // 3×colors, null if the image has none
  private Object line;

  BufferedPicture(BufferedImage image) throws UnusableImage {
    ColorModel colors = image.getColorModel();
    raster = image.getRaster();
    alpha = colors.hasAlpha();
    int depth = raster.getTransferType();
    if (colors instanceof IndexColorModel indexed && depth == DataBuffer.TYPE_BYTE) {
      palette = palette(indexed);
      channels = gray(palette) ? 1 : 3;
    } else if (colors instanceof ComponentColorModel
        && (depth == DataBuffer.TYPE_BYTE || depth == DataBuffer.TYPE_USHORT)
        && (colors.getNumColorComponents() == 1 || colors.getNumColorComponents() == 3)) {
      palette = null;
      channels = colors.getNumColorComponents();
    } else {
      throw new UnusableImage(FOREIGN_COLORS);
    }
  }

  private static byte[][] palette(IndexColorModel colors) {
    byte[][] palette = new byte[3][colors.getMapSize()];
    for (int i = 0; i < colors.getMapSize(); i++) {
      int opacity = colors.getAlpha(i);
      palette[0][i] = overWhite(colors.getRed(i), opacity);
      palette[1][i] = overWhite(colors.getGreen(i), opacity);
      palette[2][i] = overWhite(colors.getBlue(i), opacity);
    }
    return palette;
  }

  private static boolean gray(byte[][] palette) {
    for (int i = 0; i < palette[0].length; i++) {
      if (palette[0][i] != palette[1][i] || palette[0][i] != palette[2][i]) {
        return false;
      }
    }
    return true;
  }

  private static byte overWhite(int value, int opacity) {
    return (byte) ((value * opacity + 255 * (255 - opacity) + 127) / 255);
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int height() {
    return raster.getHeight();
  }

  @Override
  public int width() {
    return raster.getWidth();
  }

  @Override
  public void row(int y, byte[][] planes) {
    line = raster.getDataElements(0, y, raster.getWidth(), 1, line);
    if (palette != null) {
      lookUp((byte[]) line, planes);
    } else if (alpha) {
      blend(planes);
    } else {
      copy(planes);
    }
  }

  private void lookUp(byte[] indices, byte[][] planes) {
    for (int x = 0; x < indices.length; x++) {
      // an index beyond the palette is shown as its first color, as browsers do with black
      int color = (indices[x] & 0xff) < palette[0].length ? indices[x] & 0xff : 0;
      for (int c = 0; c < channels; c++) {
        planes[c][x] = palette[c][color];
      }
    }
  }

  private void copy(byte[][] planes) {
    int bands = raster.getNumBands();
    for (int x = 0; x < raster.getWidth(); x++) {
      for (int c = 0; c < channels; c++) {
        planes[c][x] = (byte) sample(x * bands + c);
      }
    }
  }

  private void blend(byte[][] planes) {
    int bands = raster.getNumBands();
    for (int x = 0; x < raster.getWidth(); x++) {
      int opacity = sample(x * bands + bands - 1);
      for (int c = 0; c < channels; c++) {
        planes[c][x] = overWhite(sample(x * bands + c), opacity);
      }
    }
  }

  private int sample(int at) {
    return line instanceof byte[] bytes
        ? bytes[at] & 0xff
        : ((((short[]) line)[at] & 0xffff) * 255 + 32767) / 65535;
  }
}
