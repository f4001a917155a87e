package kindred.data;

import java.awt.image.ColorModel;

/**
 * Gray or red, green and blue in a number each, with alpha or without. They are taken as they are:
 * the JDK's {@code getRGB} would pass gray through a linear color space and change it. 16 bits are
 * rounded to 8.
 */
final class ComponentSamples implements Samples {
  private final int bands;
  private final int colors;
  private final boolean alpha;
  private final boolean premultiplied;
  private final Background background;

  ComponentSamples(ColorModel model, int bands, Background background) {
    this.bands = bands;
    this.colors = model.getNumColorComponents();
    this.alpha = model.hasAlpha();
    this.premultiplied = model.isAlphaPremultiplied();
    this.background = background;
  }

  @Override
  public int channels() {
    return alpha && !background.gray() ? 3 : colors;
  }

  @Override
  public void convert(Object line, int count, byte[][] planes) {
    if (alpha) {
      blend(line, count, planes);
      return;
    }
    for (int x = 0; x < count; x++) {
      for (int c = 0; c < colors; c++) {
        planes[c][x] = (byte) sample(line, x * bands + c);
      }
    }
  }

  private void blend(Object line, int count, byte[][] planes) {
    for (int x = 0; x < count; x++) {
      int opacity = sample(line, x * bands + bands - 1);
      for (int c = 0; c < channels(); c++) {
        int value = sample(line, x * bands + Math.min(c, colors - 1));
        planes[c][x] =
            premultiplied
                ? (byte) Math.min(255, value + (background.under(c, 0, opacity) & 0xFF))
                : background.under(c, value, opacity);
      }
    }
  }

  private static int sample(Object line, int at) {
    return line instanceof byte[] bytes
        ? bytes[at] & 0xff
        : ((((short[]) line)[at] & 0xffff) * 255 + 32767) / 65535;
  }
}
