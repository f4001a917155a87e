package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes images of every {@link ImageFormat} and refuses whatever is not whole. Photographs are
 * turned upright as their EXIF tells; what is transparent lies over a background. Color profiles
 * and gamma are not applied. For one thread; keeps its codecs from image to image.
 */
public final class ImageDecoder implements Closeable {
  /** Larger images are refused before they are decoded. */
  static final long MAX_PIXELS = 100_000_000;

  private static final long LARGE_PIXELS = 10_000_000;
  private static final Object ONE_LARGE_AT_A_TIME = new Object();

  private final Background background;
  private final Map<ImageFormat, Codec> codecs = new EnumMap<>(ImageFormat.class);

  /** Over white. */
  public ImageDecoder() {
    this(Background.WHITE);
  }

  /** How the names of files that can be decoded may end, without a dot. */
  public static List<String> extensions() {
    return ImageFormat.extensions();
  }

  public ImageDecoder(Background background) {
    this.background = background;
  }

  /**
   * Decodes an image and fits it into a square.
   *
   * @param name the file's name; its ending must not promise another format
   */
  public Square decode(String name, byte[] encoded, SquareFit fit) throws UnusableImage {
    ImageFormat format = ImageFormat.of(name, encoded);
    boolean done = false;
    try {
      Square square = decode(format, encoded, fit);
      done = true;
      return square;
    } catch (IOException | RuntimeException e) {
      // the readers meet malformed files with many kinds of runtime exceptions
      throw new UnusableImage("damaged " + format, e);
    } catch (OutOfMemoryError e) {
      // a damaged header asks for an array of any size; nothing else was being made
      throw new UnusableImage("damaged " + format + ", or it needs more memory than there is", e);
    } finally {
      if (!done) {
        forget(format); // what a reader holds after a failure is not to be trusted
      }
    }
  }

  private Square decode(ImageFormat format, byte[] encoded, SquareFit fit)
      throws IOException, UnusableImage {
    Codec codec = codecs.computeIfAbsent(format, ImageDecoder::codec);
    int[] size = codec.open(encoded);
    long pixels = (long) size[0] * size[1];
    if (pixels > MAX_PIXELS) {
      throw new UnusableImage("larger than " + MAX_PIXELS / 1_000_000 + " megapixels");
    }
    if (pixels <= LARGE_PIXELS) {
      return fit.of(codec.picture(background));
    }
    synchronized (ONE_LARGE_AT_A_TIME) { // else memory would grow with the number of threads
      return fit.of(codec.picture(background));
    }
  }

  /** Width and height of an image as stored; no pixel is decoded. */
  int[] size(ImageFormat format, byte[] encoded) throws UnusableImage {
    try {
      return codecs.computeIfAbsent(format, ImageDecoder::codec).open(encoded);
    } catch (IOException | RuntimeException e) {
      throw new UnusableImage("damaged " + format, e);
    }
  }

  private static Codec codec(ImageFormat format) {
    return switch (format) {
      case PNM -> new PnmCodec();
      case PCX -> new PcxCodec();
      case ICO -> new IconCodec();
      case JPEG -> new JpegCodec();
      case PNG, GIF, BMP, TIFF -> new JdkCodec(format);
    };
  }

  private void forget(ImageFormat format) {
    Codec codec = codecs.remove(format);
    if (codec != null) {
      codec.close();
    }
  }

  @Override
  public void close() {
    codecs.values().forEach(Codec::close);
    codecs.clear();
  }
}
