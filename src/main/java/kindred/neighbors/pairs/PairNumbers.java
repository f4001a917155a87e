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
    return of(Heeded.none(table), rows);
  }

  /** Counts what a training takes if a filter keeps some rows; certain pairs are pairs as well. */
  public static PairNumbers of(Heeded heeded, BitSet filtered) {
    Tally tally = new Tally(heeded.table());
    heeded.forEach(filtered, tally::add);
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

  /** By class of the image, the share of its pairs whose other is of the same; NaN without. */
  public static double[] purityByClass(Heeded heeded, BitSet filtered, int classes) {
    int[] same = new int[classes];
    int[] known = new int[classes];
    heeded.forEach(
        filtered,
        (image, agreement, mutual) -> {
          if (agreement != PairTable.UNKNOWN) {
            int label = heeded.table().label(image);
            known[label]++;
            same[label] += agreement == PairTable.SAME ? 1 : 0;
          }
        });
    double[] purity = new double[classes];
    for (int c = 0; c < classes; c++) {
      purity[c] = (double) same[c] / known[c];
    }
    return purity;
  }
}
