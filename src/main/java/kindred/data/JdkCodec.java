package kindred.data;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** What the JDK's ImageIO reads well: JPEG, PNG, GIF, BMP and TIFF. Of several images the first. */
final class JdkCodec implements Codec {
  /** What libjpeg and the JDK warn of although every pixel is right. */
  private static final List<String> HARMLESS = List.of("profile", "JFIF", "thumbnail");

  private final ImageFormat format;
  private final ImageReader reader;
  private final List<String> warnings = new ArrayList<>();
  private byte[] encoded;

  JdkCodec(ImageFormat format) {
    this.format = format;
    this.reader =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
    // a truncated JPEG is half decoded with nothing but a warning
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
  }

  @Override
  public int[] open(byte[] image) throws IOException, UnusableImage {
    if (format == ImageFormat.PNG) {
      PngChunks.requireWhole(image);
    }
    encoded = image;
    warnings.clear();
    reader.setInput(new EncodedInput(image), true, true);
    return new int[] {reader.getWidth(0), reader.getHeight(0)};
  }

  @Override
  public Picture picture(Background background) throws IOException, UnusableImage {
    Orientation orientation = Orientation.of(format, encoded);
    boolean inks = format == ImageFormat.JPEG && !reader.getImageTypes(0).hasNext();
    Picture picture =
        inks
            ? inked(reader.readRaster(0, null), orientation)
            : new BufferedPicture(reader.read(0), background, orientation);
    for (String warning : warnings) {
      if (HARMLESS.stream().noneMatch(warning::contains)) {
        throw new UnusableImage("truncated or damaged " + format);
      }
    }
    return picture;
  }

  private Picture inked(Raster raster, Orientation orientation) throws UnusableImage {
    if (raster.getNumBands() != 4) {
      throw new UnusableImage("a JPEG of " + raster.getNumBands() + " channels");
    }
    InkSamples.Stored stored =
        AdobeMarker.ycck(encoded) ? InkSamples.Stored.YCCK : InkSamples.Stored.LIGHT;
    return new BufferedPicture(raster, new InkSamples(stored, 4), orientation);
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
