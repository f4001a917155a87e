package kindred.neighbors;

/**
 * The pairs of blocks on and above a matrix's diagonal, in an order in which pairs that follow one
 * another share a block seldom, so that threads that work on them do not wait for each other: (0,
 * 0), (1, 1), …, then (0, 1), (1, 2), … and so on, one diagonal after another.
 */
final class TilePairs {
  private final int blocks;

  /** A pair of blocks; the column's is not before the row's. */
  record Pair(int row, int column) {}

  TilePairs(int blocks) {
    this.blocks = blocks;
  }

  int count() {
    return Math.toIntExact((long) blocks * (blocks + 1) / 2);
  }

  /**
   * One of them.
   *
   * @param number from 0 to count − 1
   */
  Pair get(int number) {
    int diagonal = 0;
    int row = number;
    while (row >= blocks - diagonal) {
      row -= blocks - diagonal;
      diagonal++;
    }
    return new Pair(row, row + diagonal);
  }
}
