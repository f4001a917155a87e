package kindred.neighbors.pairs;

/** Orders of rows by a number, without an object for each. */
final class Sorted {
  private static final int DIGIT = 11;
  private static final int DIGITS = 1 << DIGIT;

  private Sorted() {}

  /** Rows by their values, the smallest first, equal ones in their own order, NaN last. */
  static int[] ascending(float[] values) {
    long[] keys = new long[values.length];
    for (int row = 0; row < keys.length; row++) {
      int bits = Float.floatToIntBits(values[row] + 0f); // -0 and 0 are equal
      int ordered = bits ^ (bits >> 31 | Integer.MIN_VALUE); // as if without a sign
      keys[row] = (long) ordered << Integer.SIZE | row;
    }
    return rows(byUpperHalf(keys));
  }

  /**
   * Sorts by the upper halves, without a sign, digit by digit from the lowest on (Knuth 5.2.5):
   * equal ones keep their order. Three passes are several times faster than comparing.
   */
  private static long[] byUpperHalf(long[] keys) {
    long[] from = keys;
    long[] to = new long[keys.length];
    for (int shift = Integer.SIZE; shift < Long.SIZE; shift += DIGIT) {
      int[] next = new int[DIGITS + 1];
      for (long key : from) {
        next[digit(key, shift) + 1]++;
      }
      for (int digit = 0; digit < DIGITS; digit++) {
        next[digit + 1] += next[digit];
      }
      for (long key : from) {
        to[next[digit(key, shift)]++] = key;
      }
      long[] sorted = to;
      to = from;
      from = sorted;
    }
    return from;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (DIGITS - 1);
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
