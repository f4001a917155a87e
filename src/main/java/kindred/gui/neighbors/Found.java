package kindred.gui.neighbors;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kindred.neighbors.pairs.PairTable;

/**
 * The pairs that a query keeps, in its order, and the images whose pairs they are. Pairs are rows
 * of the table. Not changed once made, so for any thread.
 */
final class Found {
  private final int[] order;
  private final PairTable table;
  private final BitSet kept;
  private final int[] images;
  private final int[] places;
  private final int most;

  /**
   * @param order the pairs
   */
  Found(int[] order, PairTable table) {
    this.order = order;
    this.table = table;
    this.kept = new BitSet(table.size());
    this.places = new int[table.images()];
    Arrays.fill(places, -1);
    int[] first = new int[table.images()];
    int[] size = new int[table.images()];
    int found = 0;
    int largest = 0;
    for (int pair : order) {
      int image = table.image(pair);
      kept.set(pair);
      largest = Math.max(largest, ++size[image]);
      if (places[image] < 0) {
        places[image] = found;
        first[found++] = image;
      }
    }
    this.images = Arrays.copyOf(first, found);
    this.most = largest;
  }

  /** The pairs in order. */
  int[] order() {
    return order;
  }

  int size() {
    return order.length;
  }

  boolean keeps(int pair) {
    return pair >= 0 && kept.get(pair);
  }

  /** The most pairs of any image. */
  int most() {
    return most;
  }

  /** Images with at least one pair, each where the first of its pairs stands. */
  List<Integer> images() {
    return new AbstractList<>() {
      @Override
      public Integer get(int row) {
        return images[row];
      }

      @Override
      public int size() {
        return images.length;
      }
    };
  }

  /** Which place among them an image has, or -1. */
  int place(int image) {
    return image < places.length ? places[image] : -1;
  }

  /** The image whose pair a pair is. */
  int imageOf(int pair) {
    return table.image(pair);
  }

  /** An image's pairs, nearest first. */
  int[] pairs(int image) {
    int end = table.start(image + 1);
    int[] some = new int[end - table.start(image)];
    int size = 0;
    for (int pair = kept.nextSetBit(table.start(image));
        pair >= 0 && pair < end;
        pair = kept.nextSetBit(pair + 1)) {
      some[size++] = pair;
    }
    return Arrays.copyOf(some, size);
  }
}
