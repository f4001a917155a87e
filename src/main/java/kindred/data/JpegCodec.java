package kindred.data;

import java.awt.Point;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * JPEG: those of 8 bits in gray or color by libjpeg-turbo, which needs half the JDK's time of a
 * small one and starts fast; all others by the JDK, and so is whatever libjpeg-turbo has anything
 * to say against, so that one reader decides what is damaged.
 */
final class JpegCodec implements Codec {
  /** Larger ones would be in memory twice. */
  private static final int MOST_PIXELS = 30_000_000;

  private static final int[] MASKS = {0xFF000000, 0xFF0000, 0xFF00};

  private final Libjpeg libjpeg = Libjpeg.create();
  private JdkCodec jdk; // null until it is needed, as it takes long to load
  private byte[] encoded;
  private JpegSegments.Frame frame; // null if the JDK has the image

  @Override
  public int[] open(byte[] image) throws IOException, UnusableImage {
    encoded = image;
    // libjpeg-turbo writes a line to the standard error stream for each file that is cut short
    frame = libjpeg == null || !JpegSegments.ended(image) ? null : JpegSegments.frame(image);
    if (frame != null && suits(frame)) {
      return new int[] {frame.width(), frame.height()};
    }
    frame = null;
    return jdk().open(image);
  }

  private JdkCodec jdk() {
    if (jdk == null) {
      jdk = new JdkCodec(ImageFormat.JPEG);
    }
    return jdk;
  }

  private static boolean suits(JpegSegments.Frame frame) {
    return frame.precision() == Byte.SIZE
        && (frame.components() == 1 || frame.components() == 3)
        && frame.width() > 0
        && frame.height() > 0
        && (long) frame.width() * frame.height() <= MOST_PIXELS;
  }

  @Override
  public Picture picture(Background background) throws IOException, UnusableImage {
    if (frame != null) {
      int[] pixels = libjpeg.decode(encoded, frame.width(), frame.height(), frame.components());
      if (pixels != null) {
        return picture(pixels);
      }
      jdk().open(encoded);
    }
    return jdk().picture(background);
  }

  private Picture picture(int[] pixels) {
    Orientation orientation = Orientation.of(ImageFormat.JPEG, encoded);
    int width = frame.width();
    int height = frame.height();
    if (orientation.equals(Orientation.UPRIGHT)) {
      return new Words(pixels, frame.components(), height, width);
    }
    DataBufferInt data = new DataBufferInt(pixels, width * height);
    Raster raster = Raster.createPackedRaster(data, width, height, width, MASKS, new Point());
    return new BufferedPicture(raster, new WordSamples(frame.components()), orientation);
  }

  @Override
  public void close() {
    if (jdk != null) {
      jdk.close();
    }
  }

  private static void convert(int[] words, int from, int count, byte[][] planes) {
    for (int c = 0; c < planes.length; c++) {
      convert(words, from, count, c, planes[c], 0);
    }
  }

  private static void convert(
      int[] words, int from, int count, int channel, byte[] target, int at) {
    int shift = 24 - Byte.SIZE * channel; // red, or gray, is in the highest byte
    for (int x = 0; x < count; x++) {
      target[at + x] = (byte) (words[from + x] >>> shift);
    }
  }

  /** What is stored upright needs none of Java's image classes. */
  private record Words(int[] words, int channels, int height, int width) implements Picture {
    @Override
    public void row(int y, byte[][] planes) {
      convert(words, y * width, width, planes);
    }

    @Override
    public void whole(byte[] pixels) {
      int plane = width * height;
      if (channels == 1) {
        convert(words, 0, plane, 0, pixels, 0);
        return;
      }
      for (int i = 0; i < plane; i++) { // all at once, which matters before Java has compiled it
        int word = words[i];
        pixels[i] = (byte) (word >>> 24);
        pixels[i + plane] = (byte) (word >>> 16);
        pixels[i + 2 * plane] = (byte) (word >>> 8);
      }
    }
  }

  private record WordSamples(int channels) implements Samples {
    @Override
    public void convert(Object line, int count, byte[][] planes) {
      JpegCodec.convert((int[]) line, 0, count, planes);
    }
  }
}
