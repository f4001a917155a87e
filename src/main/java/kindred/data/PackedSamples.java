package kindred.data;

import java.awt.image.DirectColorModel;

/** Pixels that hold red, green and blue in one number each, with alpha or without. */
final class PackedSamples implements Samples {
  private final DirectColorModel colors;
  private final Background background;

  PackedSamples(DirectColorModel colors, Background background) {
    this.colors = colors;
    this.background = background;
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void convert(Object line, int count, byte[][] planes) {
    for (int x = 0; x < count; x++) {
      int pixel =
          line instanceof int[] ints
              ? ints[x]
              : line instanceof short[] shorts ? shorts[x] & 0xFFFF : ((byte[]) line)[x] & 0xFF;
      int argb = colors.getRGB(pixel);
      int opacity = argb >>> 24;
      planes[0][x] = background.under(0, (argb >> 16) & 0xFF, opacity);
      planes[1][x] = background.under(1, (argb >> 8) & 0xFF, opacity);
      planes[2][x] = background.under(2, argb & 0xFF, opacity);
    }
  }
}
