package kindred.neighbors;

import java.util.Arrays;

/**
 * For every row the best candidates seen so far. New ones are gathered beside those kept, and only
 * when a row's room is full its worse half is dropped, which takes less than to keep an order all
 * the time. Of equal scores the lower index is better. Rows are independent, so different threads
 * may offer to different rows.
 */
final class Candidates {
  private final int capacity;
  private final int room;
  private final long[] keys; // rows×room, score above index, as numbers that are greater if better
  private final int[] sizes;
  private final float[] worst;

  Candidates(int rows, int capacity) {
    this.capacity = capacity;
    room = 2 * capacity;
    keys = new long[Math.multiplyExact(rows, room)];
    sizes = new int[rows];
    worst = new float[rows];
    Arrays.fill(worst, Float.NEGATIVE_INFINITY);
  }

  /** How many are kept of each row, once as many were offered. */
  int capacity() {
    return capacity;
  }

  /** A score below this one need not be offered any more. */
  float worst(int row) {
    return worst[row];
  }

  /** The same of all rows. */
  float[] worst() {
    return worst;
  }

  void offer(int row, float score, int index) {
    if (score < worst[row]) {
      return;
    }
    keys[row * room + sizes[row]] = key(score, index);
    if (++sizes[row] == room) {
      drop(row);
    }
  }

  private static long key(float score, int index) {
    int bits = Float.floatToIntBits(score + 0f); // -0 and 0 are equal
    int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
    return (long) ordered << 32 | (Integer.MAX_VALUE - index);
  }

  private void drop(int row) {
    int from = row * room;
    int to = from + sizes[row];
    Arrays.sort(keys, from, to);
    System.arraycopy(keys, to - capacity, keys, from, capacity);
    sizes[row] = capacity;
    int ordered = (int) (keys[from] >> 32);
    worst[row] = Float.intBitsToFloat(ordered ^ (ordered >> 31 & Integer.MAX_VALUE));
  }

  /** Leaves no more than the best; to be called before they are read. */
  void settle(int row) {
    if (sizes[row] >= capacity) {
      drop(row);
    }
  }

  /** How many a row has. */
  int size(int row) {
    return sizes[row];
  }

  /** The i-th candidate of a row, in no order. */
  int index(int row, int i) {
    return Integer.MAX_VALUE - (int) keys[row * room + i];
  }
}
