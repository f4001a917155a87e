package kindred.data;

import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** How the numbers of a raster become gray or red, green and blue. For one thread. */
interface Samples {
  /** 1 or 3. */
  int channels();

  /**
   * Converts one line of pixels.
   *
   * @param line as {@link Raster#getDataElements} returns it
   * @param planes C×count or longer
   */
  void convert(Object line, int count, byte[][] planes);

  /**
   * Those of an image as it was decoded.
   *
   * @throws UnusableImage if its colors are none that can be read
   */
  static Samples of(ColorModel colors, Raster raster, Background background) throws UnusableImage {
    int depth = raster.getTransferType();
    boolean whole = depth == DataBuffer.TYPE_BYTE || depth == DataBuffer.TYPE_USHORT;
    if (colors instanceof IndexColorModel indexed && depth == DataBuffer.TYPE_BYTE) {
      return new PaletteSamples(indexed, background);
    }
    if (colors instanceof DirectColorModel packed) {
      return new PackedSamples(packed, background);
    }
    if (colors instanceof ComponentColorModel && whole) {
      int count = colors.getNumColorComponents();
      if (count == 1 || count == 3) {
        return new ComponentSamples(colors, raster.getNumBands(), background);
      }
      if (count == 4 && depth == DataBuffer.TYPE_BYTE) {
        return new InkSamples(InkSamples.Stored.INK, raster.getNumBands());
      }
    }
    throw new UnusableImage("colors that cannot be read, such as CIELab or more than 16 bits");
  }
}
