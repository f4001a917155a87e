package kindred.neighbors.pairs;

import java.util.Arrays;

/** Orders of rows by a number, without an object for each. */
final class Sorted {
  private Sorted() {}

  /** Rows by their values, the smallest first, equal ones in their own order, NaN last. */
  static int[] ascending(float[] values) {
    long[] keys = new long[values.length];
    for (int row = 0; row < keys.length; row++) {
      int bits = Float.floatToIntBits(values[row] + 0f); // -0 and 0 are equal
      int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
      keys[row] = (long) ordered << 32 | row;
    }
    Arrays.sort(keys);
    return rows(keys);
  }

  /** The lower halves of sorted keys. */
  static int[] rows(long[] keys) {
    int[] rows = new int[keys.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) keys[i];
    }
    return rows;
  }
}
