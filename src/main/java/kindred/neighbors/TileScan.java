package kindred.neighbors;

import kindred.torch.GramTiles;

/**
 * Offers what stands in tiles of products to the candidates of rows. Any number of threads may do
 * so at once: each takes the lock of the block of rows whose candidates it changes.
 */
final class TileScan {
  private final float[] penalty;
  private final Candidates candidates;
  private final Object[] locks;
  private final int block;

  /**
   * @param candidates of all rows for {@link #pairs}, of those in question for {@link #rows}
   * @param block the side of a tile; tiles begin at its multiples
   */
  TileScan(SearchSpace space, Candidates candidates, int block) {
    this.penalty = space.penalty();
    this.candidates = candidates;
    this.block = block;
    this.locks = new Object[(space.n() + block - 1) / block];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new Object();
    }
  }

  /** Offers rows and columns of a tile to each other. */
  void pairs(GramTiles gram, int rowFrom, int rowTo, int columnFrom, int columnTo) {
    float[] products = new float[columnTo - columnFrom];
    int[] good = new int[products.length];
    try (GramTiles.Tile tile = gram.tile(rowFrom, rowTo, columnFrom, columnTo)) {
      // Always the lower block's lock first, so that no two threads wait for each other.
      synchronized (locks[rowFrom / block]) {
        synchronized (locks[columnFrom / block]) {
          for (int row = rowFrom; row < rowTo; row++) {
            tile.row(row - rowFrom, products);
            offerRow(products, good, row, row, columnFrom);
            if (rowFrom != columnFrom) {
              offerColumns(products, good, row, columnFrom);
            }
          }
        }
      }
    }
  }

  /**
   * Offers columns to some rows.
   *
   * @param rows the rows' numbers
   * @param place of the first of them among the candidates' rows, which no other thread offers to
   */
  void rows(GramTiles gram, int[] rows, int place, int columnFrom, int columnTo) {
    float[] products = new float[columnTo - columnFrom];
    int[] good = new int[products.length];
    try (GramTiles.Tile tile = gram.tile(rows, columnFrom, columnTo)) {
      for (int i = 0; i < rows.length; i++) {
        tile.row(i, products);
        offerRow(products, good, place + i, rows[i], columnFrom);
      }
    }
  }

  private void offerRow(float[] products, int[] good, int place, int row, int columnFrom) {
    int count = ofRow(products, penalty, columnFrom, candidates.worst(place), good);
    for (int i = 0; i < count; i++) {
      int column = columnFrom + good[i];
      if (column != row) {
        candidates.offer(place, products[good[i]] - penalty[column], column);
      }
    }
  }

  private void offerColumns(float[] products, int[] good, int row, int columnFrom) {
    int count = ofColumns(products, penalty[row], candidates.worst(), columnFrom, good);
    for (int i = 0; i < count; i++) {
      candidates.offer(columnFrom + good[i], products[good[i]] - penalty[row], row);
    }
  }

  // Loops without a call, which the compiler makes tight: nearly all comparisons are here.

  /** Which products make a row's candidates; returns how many. */
  private static int ofRow(
      float[] products, float[] penalty, int columnFrom, float worst, int[] good) {
    int count = 0;
    for (int i = 0; i < products.length; i++) {
      if (products[i] - penalty[columnFrom + i] >= worst) {
        good[count++] = i;
      }
    }
    return count;
  }

  /** Of which columns a row is a candidate; returns how many. */
  private static int ofColumns(
      float[] products, float penalty, float[] worst, int columnFrom, int[] good) {
    int count = 0;
    for (int i = 0; i < products.length; i++) {
      if (products[i] - penalty >= worst[columnFrom + i]) {
        good[count++] = i;
      }
    }
    return count;
  }
}
