package kindred.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;

/** What the JDK's ImageIO reads well: JPEG, PNG, GIF, BMP and TIFF. Of several images the first. */
final class JdkCodec implements Codec {
  /** What libjpeg and the JDK warn of although every pixel is right. */
  private static final List<String> HARMLESS = List.of("profile", "JFIF", "thumbnail");

  private final ImageFormat format;
  private final ImageReader reader;
  private final List<String> warnings = new ArrayList<>();
  private byte[] encoded;
  private int[] size; // width and height

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
    size = new int[] {reader.getWidth(0), reader.getHeight(0)};
    if (format == ImageFormat.GIF) { // its screen, which the first frame may not fill
      ByteBuffer header = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
      size[0] = Math.max(header.getShort(6) & 0xFFFF, size[0] + position("imageLeftPosition"));
      size[1] = Math.max(header.getShort(8) & 0xFFFF, size[1] + position("imageTopPosition"));
    }
    return size.clone();
  }

  /** Where the first frame of a GIF lies on the screen, in pixels. */
  private int position(String attribute) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    IIOMetadataNode tree =
        (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    Element frame = (Element) tree.getElementsByTagName("ImageDescriptor").item(0);
    return Integer.parseInt(frame.getAttribute(attribute));
  }

  private BufferedImage read() throws IOException {
    BufferedImage image = reader.read(0);
    if (image.getWidth() == size[0] && image.getHeight() == size[1]) {
      return image;
    }
    WritableRaster screen = image.getRaster().createCompatibleWritableRaster(size[0], size[1]);
    // what no frame covers is transparent, or else of the palette's first color
    int clear = ((IndexColorModel) image.getColorModel()).getTransparentPixel();
    if (clear > 0) {
      int[] row = new int[size[0]];
      Arrays.fill(row, clear);
      for (int y = 0; y < size[1]; y++) {
        screen.setPixels(0, y, size[0], 1, row);
      }
    }
    screen.setRect(position("imageLeftPosition"), position("imageTopPosition"), image.getRaster());
    return new BufferedImage(image.getColorModel(), screen, false, null);
  }

  @Override
  public Picture picture(Background background) throws IOException, UnusableImage {
    Orientation orientation = Orientation.of(format, encoded);
    boolean inks = format == ImageFormat.JPEG && !reader.getImageTypes(0).hasNext();
    Picture picture =
        inks
            ? inked(reader.readRaster(0, null), orientation)
            : new BufferedPicture(read(), background, orientation);
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
