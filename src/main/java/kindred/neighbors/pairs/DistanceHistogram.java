package kindred.neighbors.pairs;

import java.util.BitSet;

/**
 * How distances spread, of pairs of the same class, of different ones, and of unknown ones, in bins
 * of equal width.
 *
 * @param low where the first bin begins
 * @param high where the last ends; a distance there belongs to it
 * @param same by bin
 * @param different by bin
 * @param unknown by bin
 */
public record DistanceHistogram(
    double low, double high, int[] same, int[] different, int[] unknown) {
  /**
   * Counts; rows of unknown distance are left out.
   *
   * @param bins at least 1
   */
  public static DistanceHistogram of(PairTable table, BitSet rows, int bins) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      float distance = table.distance(row);
      if (!Float.isNaN(distance)) {
        low = Math.min(low, distance);
        high = Math.max(high, distance);
      }
    }
    int[][] counts = new int[3][bins];
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      float distance = table.distance(row);
      if (!Float.isNaN(distance)) {
        int bin = high > low ? (int) ((distance - low) / (high - low) * bins) : 0;
        counts[table.agreement(row) + 1][Math.min(bin, bins - 1)]++;
      }
    }
    return low > high
        ? new DistanceHistogram(0, 0, counts[2], counts[1], counts[0])
        : new DistanceHistogram(low, high, counts[2], counts[1], counts[0]);
  }

  /** How many bins there are. */
  public int bins() {
    return same.length;
  }
}
