package kindred.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segment by which Adobe's programs say how the colors of a JPEG are stored. */
final class AdobeMarker {
  private static final int APP14 = 0xEE;
  private static final int TRANSFORM = 15; // bytes from the marker on
  private static final byte[] NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

  private AdobeMarker() {}

  /** Whether the four channels of a JPEG are YCbCr and black. */
  static boolean ycck(byte[] jpeg) {
    int at =
        JpegSegments.find(
            jpeg,
            marker ->
                (jpeg[marker] & 0xFF) == APP14
                    && marker + TRANSFORM <= jpeg.length
                    && Arrays.equals(
                        jpeg, marker + 3, marker + 3 + NAME.length, NAME, 0, NAME.length));
    return at >= 0 && jpeg[at + TRANSFORM - 1] == 2;
  }
}
