package kindred.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG and PNG through ImageIO and refuses whatever is not whole. EXIF orientation and
 * embedded gamma are not applied. For one thread; keeps its readers from image to image.
 */
public final class ImageDecoder implements Closeable {
  /** Larger images are refused before they are decoded. */
  static final long MAX_PIXELS = 100_000_000;

  private static final long LARGE_PIXELS = 10_000_000;
  private static final Object ONE_LARGE_AT_A_TIME = new Object();

  /** What libjpeg and the JDK warn of although every pixel is right. */
  private static final List<String> HARMLESS = List.of("profile", "JFIF", "thumbnail");

  private final Map<ImageFormat, ImageReader> readers = new EnumMap<>(ImageFormat.class);
  private final List<String> warnings = new ArrayList<>();

  /**
   * Decodes an image and fits it into a square.
   *
   * @param name the file's name; its ending must not promise another format
   */
  public Square decode(String name, byte[] encoded, SquareFit fit) throws UnusableImage {
    ImageFormat format = ImageFormat.of(name, encoded);
    if (format == ImageFormat.PNG) {
      PngChunks.requireWhole(encoded);
    }
    boolean done = false;
    try {
      Square square = decode(format, encoded, fit);
      done = true;
      return square;
    } catch (IOException | RuntimeException e) {
      // the JDK's readers meet malformed files with many kinds of runtime exceptions
      throw new UnusableImage("damaged " + format, e);
    } finally {
      if (!done) {
        forget(format); // what a reader holds after a failure is not to be trusted
      }
    }
  }

  private Square decode(ImageFormat format, byte[] encoded, SquareFit fit)
      throws IOException, UnusableImage {
    ImageReader reader = readers.computeIfAbsent(format, this::reader);
    warnings.clear();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded)), true, true);
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MAX_PIXELS) {
      throw new UnusableImage("larger than " + MAX_PIXELS / 1_000_000 + " megapixels");
    }
    if (!reader.getImageTypes(0).hasNext()) {
      throw new UnusableImage(BufferedPicture.FOREIGN_COLORS);
    }
    if (pixels <= LARGE_PIXELS) {
      return read(format, reader, fit);
    }
    synchronized (ONE_LARGE_AT_A_TIME) { // else memory would grow with the number of threads
      return read(format, reader, fit);
    }
  }

  private Square read(ImageFormat format, ImageReader reader, SquareFit fit)
      throws IOException, UnusableImage {
    BufferedImage image = reader.read(0);
    for (String warning : warnings) {
      if (HARMLESS.stream().noneMatch(warning::contains)) {
        throw new UnusableImage("truncated or damaged " + format);
      }
    }
    return fit.of(new BufferedPicture(image));
  }

  private ImageReader reader(ImageFormat format) {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
    // a truncated JPEG is half decoded with nothing but a warning
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    return reader;
  }

  private void forget(ImageFormat format) {
    ImageReader reader = readers.remove(format);
    if (reader != null) {
      reader.dispose();
    }
  }

  @Override
  public void close() {
    readers.values().forEach(ImageReader::dispose);
    readers.clear();
  }
}
