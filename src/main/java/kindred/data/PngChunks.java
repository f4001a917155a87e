package kindred.data;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Says whether a PNG file is whole: ImageIO does not look at the checksums of its chunks. */
final class PngChunks {
  private static final int SIGNATURE = 8;
  private static final int IEND = 0x49454e44;
  private static final int ANCILLARY = 0x20000000; // lower case first letter

  private PngChunks() {}

  /**
   * Passes if all chunks up to the end chunk are there and the critical ones fit their checksums.
   */
  static void requireWhole(byte[] png) throws UnusableImage {
    ByteBuffer bytes = ByteBuffer.wrap(png);
    long at = SIGNATURE;
    while (at + 12 <= png.length) {
      int length = bytes.getInt((int) at);
      int type = bytes.getInt((int) at + 4);
      if (length < 0 || at + 12 + length > png.length) {
        break;
      }
      if ((type & ANCILLARY) == 0) {
        CRC32 crc = new CRC32();
        crc.update(png, (int) at + 4, length + 4);
        if ((int) crc.getValue() != bytes.getInt((int) at + 8 + length)) {
          throw new UnusableImage("damaged PNG");
        }
      }
      if (type == IEND) {
        return;
      }
      at += 12L + length;
    }
    throw new UnusableImage("truncated PNG");
  }
}
