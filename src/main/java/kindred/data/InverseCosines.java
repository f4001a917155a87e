package kindred.data;

import java.util.Arrays;

/**
 * The inverse discrete cosine transform of 8×8 coefficients in 13-bit fixed point, after Loeffler,
 * Ligtenberg and Moschytz, rounded where libjpeg's accurate integer method rounds. For one thread.
 */
final class InverseCosines {
  private static final int BITS = 13;
  private static final int KEPT = 2; // bits of a fraction between the passes
  private static final int MAX_BETWEEN = 1 << 14; // so that nothing overflows

  private final int[] between = new int[64];
  private int seen; // bits of all magnitudes between the passes
  private boolean wide; // a sample so far outside that decoders disagree on it

  /** Whether all since the last time this was asked could be a picture's. */
  boolean usual() {
    boolean usual = !wide && seen < MAX_BETWEEN;
    wide = false;
    seen = 0;
    return usual;
  }

  /**
   * Makes a block of samples.
   *
   * @param block 64 coefficients row by row
   * @param last 0 if all but the first are zero
   */
  void invert(int[] block, int last, byte[] samples, int at, int stride) {
    if (last == 0) {
      byte value = sample((block[0] + 4) >> 3);
      for (int y = 0; y < 8; y++) {
        Arrays.fill(samples, at + y * stride, at + y * stride + 8, value);
      }
      return;
    }
    for (int x = 0; x < 8; x++) {
      column(block, x);
    }
    for (int y = 0; y < 8; y++) {
      row(8 * y, samples, at + y * stride);
    }
  }

  private byte sample(int value) {
    int shifted = value + 128;
    if ((shifted & ~255) != 0) {
      wide |= value < -512 || value > 511;
      return (byte) (shifted < 0 ? 0 : 255);
    }
    return (byte) shifted;
  }

  private void column(int[] in, int x) {
    if ((in[x + 8] | in[x + 16] | in[x + 24] | in[x + 32] | in[x + 40] | in[x + 48] | in[x + 56])
        == 0) {
      int value = in[x] << KEPT;
      for (int y = 0; y < 64; y += 8) {
        between[x + y] = value;
      }
      seen |= value ^ (value >> 31);
      return;
    }
    int z1 = (in[x + 16] + in[x + 48]) * 4433;
    int even2 = z1 - in[x + 48] * 15137;
    int even3 = z1 + in[x + 16] * 6270;
    int even0 = (in[x] + in[x + 32]) << BITS;
    int even1 = (in[x] - in[x + 32]) << BITS;
    int odd0 = in[x + 56];
    int odd1 = in[x + 40];
    int odd2 = in[x + 24];
    int odd3 = in[x + 8];
    int z5 = (odd0 + odd2 + odd1 + odd3) * 9633;
    int z3 = z5 - (odd0 + odd2) * 16069;
    int z4 = z5 - (odd1 + odd3) * 3196;
    z1 = (odd0 + odd3) * -7373;
    int z2 = (odd1 + odd2) * -20995;
    odd0 = odd0 * 2446 + z1 + z3;
    odd1 = odd1 * 16819 + z2 + z4;
    odd2 = odd2 * 25172 + z2 + z3;
    odd3 = odd3 * 12299 + z1 + z4;
    keep(x, x + 56, even0 + even3, odd3);
    keep(x + 8, x + 48, even1 + even2, odd2);
    keep(x + 16, x + 40, even1 - even2, odd1);
    keep(x + 24, x + 32, even0 - even3, odd0);
  }

  private void keep(int first, int second, int even, int odd) {
    int half = 1 << (BITS - KEPT - 1);
    int a = (even + odd + half) >> (BITS - KEPT);
    int b = (even - odd + half) >> (BITS - KEPT);
    between[first] = a;
    between[second] = b;
    seen |= (a ^ (a >> 31)) | (b ^ (b >> 31));
  }

  private void row(int from, byte[] samples, int at) {
    int[] in = between;
    int z1 = (in[from + 2] + in[from + 6]) * 4433;
    int even2 = z1 - in[from + 6] * 15137;
    int even3 = z1 + in[from + 2] * 6270;
    int even0 = (in[from] + in[from + 4]) << BITS;
    int even1 = (in[from] - in[from + 4]) << BITS;
    int odd0 = in[from + 7];
    int odd1 = in[from + 5];
    int odd2 = in[from + 3];
    int odd3 = in[from + 1];
    int z5 = (odd0 + odd2 + odd1 + odd3) * 9633;
    int z3 = z5 - (odd0 + odd2) * 16069;
    int z4 = z5 - (odd1 + odd3) * 3196;
    z1 = (odd0 + odd3) * -7373;
    int z2 = (odd1 + odd2) * -20995;
    odd0 = odd0 * 2446 + z1 + z3;
    odd1 = odd1 * 16819 + z2 + z4;
    odd2 = odd2 * 25172 + z2 + z3;
    odd3 = odd3 * 12299 + z1 + z4;
    put(samples, at, at + 7, even0 + even3, odd3);
    put(samples, at + 1, at + 6, even1 + even2, odd2);
    put(samples, at + 2, at + 5, even1 - even2, odd1);
    put(samples, at + 3, at + 4, even0 - even3, odd0);
  }

  private void put(byte[] samples, int first, int second, int even, int odd) {
    int half = 1 << (BITS + KEPT + 2);
    samples[first] = sample((even + odd + half) >> (BITS + KEPT + 3));
    samples[second] = sample((even - odd + half) >> (BITS + KEPT + 3));
  }
}
