package kindred.neighbors.pairs;

/**
 * A table's rows, the nearest pairs first, with what is counted of them side by side in memory, as
 * half a million reads all over the table take longer than the counting.
 */
final class NearestFirst {
  private static final int MUTUAL = 4;

  private final int[] rows;
  private final int[] images;
  private final byte[] marks;
  private final int measured;

  NearestFirst(PairTable table, float[] distances) {
    rows = Sorted.ascending(distances);
    images = new int[rows.length];
    marks = new byte[rows.length];
    int known = 0;
    for (int place = 0; place < rows.length; place++) {
      int row = rows[place];
      images[place] = table.image(row);
      marks[place] = (byte) (table.agreement(row) + 1 + (table.isMutual(row) ? MUTUAL : 0));
      known += Float.isNaN(distances[row]) ? 0 : 1;
    }
    measured = known;
  }

  /** The rows in this order. */
  int[] rows() {
    return rows;
  }

  /** How many distances are known; those rows come first. */
  int measured() {
    return measured;
  }

  /** Counts the row at a place. */
  void addTo(Tally tally, int place) {
    int mark = marks[place];
    tally.add(images[place], (mark & (MUTUAL - 1)) - 1, mark >= MUTUAL);
  }
}
