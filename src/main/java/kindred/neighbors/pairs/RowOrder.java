package kindred.neighbors.pairs;

import java.util.Arrays;
import java.util.BitSet;
import kindred.data.Draws;

/** Orders in which rows are looked through. */
public enum RowOrder {
  /** As they stand in the table: by image, then by rank. */
  IMAGE,
  /** The smallest distance first. */
  CLOSEST,
  /** The largest distance first. */
  FARTHEST,
  /** Pairs of different classes first, the closest of them ahead; then the same, then unknown. */
  DISAGREEMENT,
  /** Pairs whose neighbor is neighbor to the most first. */
  HUBNESS,
  /** In a random order, chosen by the seed. */
  RANDOM;

  /**
   * Rows in this order; of half a million in some ten milliseconds.
   *
   * @param rows which ones
   * @param seed of the random order
   */
  public int[] of(PairTable table, BitSet rows, long seed) {
    return switch (this) {
      case IMAGE -> rows.stream().toArray();
      case CLOSEST -> byDistance(table, rows);
      case FARTHEST -> reversed(byDistance(table, rows));
      case DISAGREEMENT -> byDisagreement(table, rows);
      case HUBNESS -> byHubness(table, rows);
      case RANDOM -> shuffled(table, rows, seed);
    };
  }

  private static int[] byDistance(PairTable table, BitSet rows) {
    int[] sorted = new int[rows.cardinality()];
    int count = 0;
    for (int row : table.byDistance()) {
      if (rows.get(row)) {
        sorted[count++] = row;
      }
    }
    return sorted;
  }

  private static int[] reversed(int[] rows) {
    for (int i = 0, j = rows.length - 1; i < j; i++, j--) {
      int swapped = rows[i];
      rows[i] = rows[j];
      rows[j] = swapped;
    }
    return rows;
  }

  private static int[] byDisagreement(PairTable table, BitSet rows) {
    int[] near = byDistance(table, rows);
    int[] sorted = new int[near.length];
    int count = 0;
    for (byte wanted : new byte[] {PairTable.DIFFERENT, PairTable.SAME, PairTable.UNKNOWN}) {
      for (int row : near) {
        if (table.agreement(row) == wanted) {
          sorted[count++] = row;
        }
      }
    }
    return sorted;
  }

  private static int[] byHubness(PairTable table, BitSet rows) {
    long[] keys = new long[rows.cardinality()];
    int count = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      keys[count++] = (long) -table.hubness().of(table.neighbor(row)) << Integer.SIZE | row;
    }
    Arrays.sort(keys);
    return Sorted.rows(keys);
  }

  private static int[] shuffled(PairTable table, BitSet rows, long seed) {
    int[] shuffled = new int[rows.cardinality()];
    int count = 0;
    for (int row : Draws.permutation(table.size(), seed)) {
      if (rows.get(row)) {
        shuffled[count++] = row;
      }
    }
    return shuffled;
  }
}
