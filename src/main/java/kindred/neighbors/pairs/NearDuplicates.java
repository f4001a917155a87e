package kindred.neighbors.pairs;

import java.util.BitSet;

/** Which pairs are of two images that are the same, by their vectors or by their pixels. */
final class NearDuplicates {
  /** Shares of the median distance below this are rounding, not distance. */
  private static final double NEARLY_ZERO = 1e-5;

  private NearDuplicates() {}

  /**
   * Rows of no distance but for rounding.
   *
   * @param nearestFirst all rows by their distance, NaN last
   */
  static BitSet nearlyZero(float[] distance, int[] nearestFirst) {
    BitSet near = new BitSet(distance.length);
    if (distance.length == 0) {
      return near;
    }
    double limit = NEARLY_ZERO * distance[nearestFirst[distance.length / 2]];
    for (int row : nearestFirst) {
      if (!(distance[row] <= limit)) {
        break;
      }
      near.set(row);
    }
    return near;
  }

  /** A table's near duplicates and the rows of images with the same pixels. */
  static BitSet alsoEqual(PairTable table, int[] firsts) {
    BitSet rows = new BitSet(table.size());
    for (int row = 0; row < table.size(); row++) {
      rows.set(
          row, table.isDuplicate(row) || firsts[table.image(row)] == firsts[table.neighbor(row)]);
    }
    return rows;
  }
}
