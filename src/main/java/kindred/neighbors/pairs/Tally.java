package kindred.neighbors.pairs;

/** Counts rows, one after another. */
final class Tally {
  private final PairTable table;
  private final boolean[] seen;
  private int pairs;
  private int covered;
  private int same;
  private int known;
  private int mutual;

  Tally(PairTable table) {
    this.table = table;
    this.seen = new boolean[table.images()];
  }

  void add(int image, int agreement, boolean isMutual) {
    pairs++;
    if (!seen[image]) {
      seen[image] = true;
      covered++;
    }
    known += agreement == PairTable.UNKNOWN ? 0 : 1;
    same += agreement == PairTable.SAME ? 1 : 0;
    mutual += isMutual ? 1 : 0;
  }

  PairNumbers numbers() {
    return new PairNumbers(pairs, covered, table.searched(), same, known, mutual);
  }
}
