package kindred.data;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** The pixels of a decoded raster, seen upright. */
final class BufferedPicture implements Picture {
  private final Raster raster;
  private final Samples samples;
  private final Orientation orientation;
  private Object line;

  BufferedPicture(BufferedImage image, Background background, Orientation orientation)
      throws UnusableImage {
    this(
        image.getRaster(),
        Samples.of(image.getColorModel(), image.getRaster(), background),
        orientation);
  }

  BufferedPicture(Raster raster, Samples samples, Orientation orientation) {
    this.raster = raster;
    this.samples = samples;
    this.orientation = orientation;
  }

  @Override
  public int channels() {
    return samples.channels();
  }

  @Override
  public int height() {
    return orientation.transposed() ? raster.getWidth() : raster.getHeight();
  }

  @Override
  public int width() {
    return orientation.transposed() ? raster.getHeight() : raster.getWidth();
  }

  @Override
  public void row(int y, byte[][] planes) {
    boolean fromEnd = orientation.transposed() ? orientation.mirrored() : orientation.upended();
    int at = fromEnd ? height() - 1 - y : y;
    line =
        orientation.transposed()
            ? raster.getDataElements(at, 0, 1, raster.getHeight(), line)
            : raster.getDataElements(0, at, raster.getWidth(), 1, line);
    samples.convert(line, width(), planes);
    boolean reversed = orientation.transposed() ? orientation.upended() : orientation.mirrored();
    if (reversed) {
      for (int c = 0; c < channels(); c++) {
        reverse(planes[c], width());
      }
    }
  }

  private static void reverse(byte[] values, int count) {
    for (int i = 0, j = count - 1; i < j; i++, j--) {
      byte value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
