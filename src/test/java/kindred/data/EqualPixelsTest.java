package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EqualPixelsTest {
  /** Two contents with one checksum: a CRC-32 does not change by a multiple of its polynomial. */
  private static final byte[][] COLLIDING = {
    {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 5, 6, 7, 8, 9}
  };

  static {
    long polynomial = 0x1_DB71_0641L; // 33 bits, the highest power first in the lowest bit
    for (int i = 0; i < 5; i++) {
      COLLIDING[1][i] ^= (byte) (polynomial >>> (8 * i));
    }
  }

  @TempDir Path folder;

  @Test
  void eachImageHasTheFirstWithItsPixels() {
    ImageSet set =
        PackedImages.write(
            folder, 3000, 1, 4, 4, 0, (n, c, y, x) -> y == 0 ? (((n % 1400) >> (4 * x)) & 15) : 7);

    int[] firsts = EqualPixels.firsts(set);

    assertThat(firsts).hasSize(3000);
    for (int image = 0; image < 3000; image++) {
      assertThat(firsts[image]).isEqualTo(image % 1400);
    }
  }

  @Test
  void anEqualChecksumIsNotEnough() {
    assertThat(sum(COLLIDING[0])).isEqualTo(sum(COLLIDING[1]));
    assertThat(COLLIDING[0]).isNotEqualTo(COLLIDING[1]);
    int[] shown = {0, 1, 1, 0};
    ImageSet set =
        PackedImages.write(folder, 4, 1, 3, 3, 0, (n, c, y, x) -> COLLIDING[shown[n]][3 * y + x]);

    assertThat(EqualPixels.firsts(set)).containsExactly(0, 1, 1, 0);
  }

  private static long sum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.wrap(bytes));
    return crc.getValue();
  }
}
