package kindred.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segment by which Adobe's programs say how the colors of a JPEG are stored. */
final class AdobeMarker {
  private static final int APP14 = 0xEE;
  private static final int START_OF_SCAN = 0xDA;
  private static final int TRANSFORM = 15; // bytes from the marker on
  private static final byte[] NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

  private AdobeMarker() {}

  /** Whether the four channels of a JPEG are YCbCr and black. */
  static boolean ycck(byte[] jpeg) {
    int at = 2;
    while (at + TRANSFORM < jpeg.length
        && (jpeg[at] & 0xFF) == 0xFF
        && (jpeg[at + 1] & 0xFF) != START_OF_SCAN) {
      if ((jpeg[at + 1] & 0xFF) == APP14
          && Arrays.equals(jpeg, at + 4, at + 4 + NAME.length, NAME, 0, NAME.length)) {
        return jpeg[at + TRANSFORM] == 2;
      }
      at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
    }
    return false;
  }
}
