package kindred.neighbors.verdict;

/** Two different images in either order as one number, the lower image's above the other's. */
public final class PairKey {
  private PairKey() {}

  public static long of(int a, int b) {
    return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
  }

  /** The lower image. */
  public static int first(long key) {
    return (int) (key >>> Integer.SIZE);
  }

  /** The higher image. */
  public static int second(long key) {
    return (int) key;
  }

  /** The pairs of an act as keys, ascending, each once. */
  static long[] sorted(int[][] pairs) {
    long[] keys = new long[pairs.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = of(pairs[i][0], pairs[i][1]);
    }
    return java.util.Arrays.stream(keys).sorted().distinct().toArray();
  }
}
