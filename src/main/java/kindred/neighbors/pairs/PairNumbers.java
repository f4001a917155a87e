package kindred.neighbors.pairs;

import java.util.BitSet;

/**
 * What some rows of a table amount to.
 *
 * @param pairs rows
 * @param covered images that have a neighbor left
 * @param searched images that have a neighbor at all; held-out ones, for one, have none
 * @param same rows of two images of the same class
 * @param known rows of two images of known classes
 * @param mutual rows of images that are each other's neighbors
 */
public record PairNumbers(int pairs, int covered, int searched, int same, int known, int mutual) {
  /** Counts; of half a million rows in a few milliseconds. */
  public static PairNumbers of(PairTable table, BitSet rows) {
    Tally tally = new Tally(table);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      tally.add(row);
    }
    return tally.numbers();
  }

  /** Share of the images with neighbors that have one left. */
  public double coverage() {
    return (double) covered / searched;
  }

  /** Share of the rows of known classes that are of the same; NaN without any. */
  public double purity() {
    return (double) same / known;
  }

  /** Share of the rows that are mutual; NaN without any. */
  public double mutualShare() {
    return (double) mutual / pairs;
  }

  /** By class of the image, the share of its rows whose neighbor is of the same; NaN without. */
  public static double[] purityByClass(PairTable table, BitSet rows, int classes) {
    int[] same = new int[classes];
    int[] known = new int[classes];
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (table.agreement(row) != PairTable.UNKNOWN) {
        int label = table.label(table.image(row));
        known[label]++;
        same[label] += table.agreement(row) == PairTable.SAME ? 1 : 0;
      }
    }
    double[] purity = new double[classes];
    for (int c = 0; c < classes; c++) {
      purity[c] = (double) same[c] / known[c];
    }
    return purity;
  }
}
