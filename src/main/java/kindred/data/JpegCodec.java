package kindred.data;

import java.io.IOException;

/**
 * JPEG. What is small and plain is decoded by {@link SmallJpeg}, as setting up the JDK's reader
 * costs more than such an image itself; everything else, and whatever is not whole, is left to the
 * JDK. The pixels are the same.
 */
final class JpegCodec implements Codec {
  private final SmallJpeg small = new SmallJpeg();
  private final JdkCodec any = new JdkCodec(ImageFormat.JPEG);
  private byte[] encoded;
  private boolean plain;

  @Override
  public int[] open(byte[] image) throws IOException, UnusableImage {
    encoded = image;
    plain =
        small.open(image) && Orientation.of(ImageFormat.JPEG, image).equals(Orientation.UPRIGHT);
    return plain ? new int[] {small.width(), small.height()} : any.open(image);
  }

  @Override
  public Picture picture(Background background) throws IOException, UnusableImage {
    if (plain) {
      byte[] pixels = small.decode();
      if (pixels != null) {
        return Picture.of(small.channels(), small.height(), small.width(), pixels);
      }
      any.open(encoded);
    }
    return any.picture(background);
  }

  @Override
  public void close() {
    any.close();
  }
}
