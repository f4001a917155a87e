package kindred.data;

/**
 * The bands that a 64-bit hash is cut into, so that hashes that differ in few bits agree wholly in
 * one of them.
 */
final class HashBands {
  private static final int FEWEST = 3;

  private HashBands() {}

  /** How many are needed to find all hashes that differ in at most so many bits. */
  static int count(int bits) {
    return Math.max(FEWEST, bits + 1);
  }

  /** The bits of a band; at most 22. */
  static long part(long hash, int band, int bands) {
    int from = 64 * band / bands;
    int to = 64 * (band + 1) / bands;
    return (hash >>> from) & ((1L << (to - from)) - 1);
  }
}
