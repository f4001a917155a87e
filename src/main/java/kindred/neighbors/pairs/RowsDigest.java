package kindred.neighbors.pairs;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import kindred.array.Sha256;

/**
 * Tells tables by their pairs and distances; computed when it is first asked for, as few do. For
 * any thread.
 */
final class RowsDigest {
  private static final int BYTES = 8;
  private static final int ROW_BYTES = 12;

  private final int[] image;
  private final int[] neighbor;
  private final float[] distance;
  private String text;

  RowsDigest(int[] image, int[] neighbor, float[] distance) {
    this.image = image;
    this.neighbor = neighbor;
    this.distance = distance;
  }

  /** 16 hexadecimal digits: the first 64 bits of the SHA-256 over all rows. */
  synchronized String text() {
    if (text == null) {
      text = HexFormat.of().formatHex(Sha256.begin().digest(rows()), 0, BYTES);
    }
    return text;
  }

  private byte[] rows() {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(image.length, ROW_BYTES));
    for (int row = 0; row < image.length; row++) {
      bytes.putInt(image[row]).putInt(neighbor[row]).putFloat(distance[row]);
    }
    return bytes.array();
  }
}
