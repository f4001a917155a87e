package kindred.data;

import java.nio.charset.StandardCharsets;

/** The segment by which Adobe's programs say how the colors of a JPEG are stored. */
final class AdobeMarker {
  private static final int APP14 = 0xEE;
  private static final int TRANSFORM = 15; // bytes from the marker on
  private static final byte[] NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

  private AdobeMarker() {}

  /** Whether the four channels of a JPEG are YCbCr and black. */
  static boolean ycck(byte[] jpeg) {
    int at = JpegSegments.find(jpeg, APP14, NAME);
    return at >= 0 && at + TRANSFORM <= jpeg.length && jpeg[at + TRANSFORM - 1] == 2;
  }
}
