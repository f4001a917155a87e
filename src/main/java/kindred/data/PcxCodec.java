package kindred.data;

import java.awt.Dimension;
import java.io.IOException;
import org.apache.commons.imaging.formats.pcx.PcxImageParser;
import org.apache.commons.imaging.formats.pcx.PcxImagingParameters;

/** PCX through Commons Imaging. */
final class PcxCodec implements Codec {
  private final PcxImageParser parser = new PcxImageParser();
  private byte[] encoded;

  @Override
  public int[] open(byte[] image) throws IOException {
    encoded = image;
    Dimension size = parser.getImageSize(image);
    return new int[] {size.width, size.height};
  }

  @Override
  public Picture picture(Background background) throws IOException, UnusableImage {
    return new BufferedPicture(
        parser.getBufferedImage(encoded, new PcxImagingParameters()),
        background,
        Orientation.UPRIGHT);
  }
}
