package kindred.data;

import java.awt.image.IndexColorModel;

/** Pixels that are numbers of colors in a palette. */
final class PaletteSamples implements Samples {
  private final byte[][] palette; // 3×colors
  private final int channels;

  PaletteSamples(IndexColorModel colors, Background background) {
    int count = colors.getMapSize();
    palette = new byte[3][count];
    for (int i = 0; i < count; i++) {
      int opacity = colors.getAlpha(i);
      palette[0][i] = background.under(0, colors.getRed(i), opacity);
      palette[1][i] = background.under(1, colors.getGreen(i), opacity);
      palette[2][i] = background.under(2, colors.getBlue(i), opacity);
    }
    channels = gray() ? 1 : 3;
  }

  private boolean gray() {
    for (int i = 0; i < palette[0].length; i++) {
      if (palette[0][i] != palette[1][i] || palette[0][i] != palette[2][i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public void convert(Object line, int count, byte[][] planes) {
    byte[] indices = (byte[]) line;
    for (int x = 0; x < count; x++) {
      // an index beyond the palette is shown as its first color, as browsers do with black
      int color = (indices[x] & 0xff) < palette[0].length ? indices[x] & 0xff : 0;
      for (int c = 0; c < channels; c++) {
        planes[c][x] = palette[c][color];
      }
    }
  }
}
