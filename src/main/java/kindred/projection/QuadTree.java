package kindred.projection;

import java.util.Arrays;

/**
 * Places on a plane in nested squares, so that far-away ones can be met as one (Barnes and Hut
 * 1986; van der Maaten 2014). Places are sorted by Morton's order and the squares lie before their
 * parts, each with the number of the square that follows it, so that a walk needs no stack and
 * meets neighbors in memory. Built by one thread, asked by any.
 */
final class QuadTree {
  /** A square with no more places is not divided. */
  private static final int FEW = 4;

  private static final int LEVELS = 16;
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 3;

  /** Of each square: x and y of its middle of mass, the square of its side, its places. */
  private double[] squares = new double[0];

  /** Of each square: the next one behind it, and where its places begin and end. */
  private int[] links = new int[0];

  private final int n;
  private final double[] sorted;
  private long[] keys;
  private long[] spare;
  private int count;

  /**
   * @param n how many places it will hold
   */
  QuadTree(int n) {
    this.n = n;
    this.sorted = new double[2 * n];
    this.keys = new long[n];
    this.spare = new long[n];
  }

  /**
   * Takes places in.
   *
   * @param places n×2, finite
   */
  void build(double[] places) {
    double side = sort(places);
    for (int i = 0; i < n; i++) {
      sorted[2 * i] = places[2 * place(i)];
      sorted[2 * i + 1] = places[2 * place(i) + 1];
    }
    count = 0;
    divide(0, n, 0, side);
  }

  /** The place that is the i-th in the tree's order. */
  int place(int i) {
    return (int) keys[i];
  }

  /** Sorts places by their codes; returns the side of the square around them all. */
  private double sort(double[] places) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 2 * n; i += 2) {
      left = Math.min(left, places[i]);
      right = Math.max(right, places[i]);
      bottom = Math.min(bottom, places[i + 1]);
      top = Math.max(top, places[i + 1]);
    }
    double side = Math.max(right - left, top - bottom) * (1 + 1e-9);
    double scale = side > 0 ? (1 << LEVELS) / side : 0;
    for (int i = 0; i < n; i++) {
      long x = (long) ((places[2 * i] - left) * scale);
      long y = (long) ((places[2 * i + 1] - bottom) * scale);
      keys[i] = (spread(x) | spread(y) << 1) << 32 | i;
    }
    sortKeys();
    return side;
  }

  /** Puts a zero between all bits of a number of 16. */
  private static long spread(long x) {
    long bits = x & 0xffff;
    bits = (bits | bits << 8) & 0x00ff00ff;
    bits = (bits | bits << 4) & 0x0f0f0f0f;
    bits = (bits | bits << 2) & 0x33333333;
    return (bits | bits << 1) & 0x55555555;
  }

  /** By counting, digit after digit of the codes in the upper half. */
  private void sortKeys() {
    int[] starts = new int[1 << DIGIT_BITS];
    for (int digit = 0; digit < DIGITS; digit++) {
      int shift = 32 + DIGIT_BITS * digit;
      Arrays.fill(starts, 0);
      for (long key : keys) {
        starts[(int) (key >>> shift) & starts.length - 1]++;
      }
      int at = 0;
      for (int i = 0; i < starts.length; i++) {
        int some = starts[i];
        starts[i] = at;
        at += some;
      }
      for (long key : keys) {
        spare[starts[(int) (key >>> shift) & starts.length - 1]++] = key;
      }
      long[] done = spare;
      spare = keys;
      keys = done;
    }
  }

  /** Makes the square of some places of the order, and its parts behind it. */
  private void divide(int from, int to, int level, double side) {
    int square = count++;
    reserve();
    double x = 0;
    double y = 0;
    boolean whole = to - from <= FEW || level == LEVELS;
    if (whole) {
      for (int i = from; i < to; i++) {
        x += sorted[2 * i];
        y += sorted[2 * i + 1];
      }
    } else {
      int shift = 64 - 2 * (level + 1);
      for (int start = from; start < to; ) {
        int end = quarterEnd(start, to, shift);
        int part = count;
        divide(start, end, level + 1, side / 2);
        x += squares[4 * part] * (end - start);
        y += squares[4 * part + 1] * (end - start);
        start = end;
      }
    }
    squares[4 * square] = x / (to - from);
    squares[4 * square + 1] = y / (to - from);
    squares[4 * square + 2] = level == LEVELS && to - from > FEW ? 0 : side * side;
    squares[4 * square + 3] = to - from;
    links[3 * square] = count;
    links[3 * square + 1] = whole ? from : -1;
    links[3 * square + 2] = to;
  }

  /** Where the places end whose codes agree with the first one's down to a level. */
  private int quarterEnd(int from, int to, int shift) {
    long quarter = keys[from] >>> shift;
    int low = from + 1;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] >>> shift == quarter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void reserve() {
    if (4 * count > squares.length) {
      squares = Arrays.copyOf(squares, Math.max(64, 2 * squares.length));
      links = Arrays.copyOf(links, squares.length / 4 * 3);
    }
  }

  /**
   * What all others do to a place: with q = 1 / (1 + d²), the sum of q²·(place − other) and of q.
   *
   * @param i in the tree's order
   * @param theta a square is met as one if its side is less than this share of its distance
   * @param push where the first sum goes, at 2·{@link #place}
   * @return the second sum
   */
  double repel(int i, double theta, double[] push) {
    double x = sorted[2 * i];
    double y = sorted[2 * i + 1];
    double thetaSquare = theta * theta;
    double pushX = 0;
    double pushY = 0;
    double sum = 0;
    for (int square = 0; square < count; ) {
      double dx = x - squares[4 * square];
      double dy = y - squares[4 * square + 1];
      double distance = dx * dx + dy * dy;
      if (squares[4 * square + 2] < thetaSquare * distance) {
        double q = 1 / (1 + distance);
        double all = squares[4 * square + 3] * q;
        sum += all;
        pushX += all * q * dx;
        pushY += all * q * dy;
        square = links[3 * square];
      } else if (links[3 * square + 1] >= 0) {
        for (int j = links[3 * square + 1]; j < links[3 * square + 2]; j++) {
          if (j != i) {
            double toX = x - sorted[2 * j];
            double toY = y - sorted[2 * j + 1];
            double q = 1 / (1 + toX * toX + toY * toY);
            sum += q;
            pushX += q * q * toX;
            pushY += q * q * toY;
          }
        }
        square = links[3 * square];
      } else {
        square++;
      }
    }
    push[2 * place(i)] = pushX;
    push[2 * place(i) + 1] = pushY;
    return sum;
  }
}
