package kindred.neighbors;

/**
 * For every row the best candidates seen so far: a heap with the worst on top, which is what a new
 * one has to beat. Of equal scores the lower index is better. Rows are independent, so different
 * threads may offer to different rows.
 */
final class Candidates {
  private final int capacity;
  private final float[] scores;
  private final int[] indices;
  private final float[] worst;

  Candidates(int rows, int capacity) {
    this.capacity = capacity;
    scores = new float[Math.multiplyExact(rows, capacity)];
    indices = new int[scores.length];
    worst = new float[rows];
    java.util.Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    java.util.Arrays.fill(indices, Integer.MAX_VALUE);
    java.util.Arrays.fill(worst, Float.NEGATIVE_INFINITY);
  }

  /** The score that a new candidate of this row must at least have. */
  float worst(int row) {
    return worst[row];
  }

  void offer(int row, float score, int index) {
    int base = row * capacity;
    if (!better(score, index, scores[base], indices[base])) {
      return;
    }
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= capacity) {
        break;
      }
      if (child + 1 < capacity
          && better(
              scores[base + child],
              indices[base + child],
              scores[base + child + 1],
              indices[base + child + 1])) {
        child++;
      }
      if (!better(score, index, scores[base + child], indices[base + child])) {
        break;
      }
      scores[base + at] = scores[base + child];
      indices[base + at] = indices[base + child];
      at = child;
    }
    scores[base + at] = score;
    indices[base + at] = index;
    worst[row] = scores[base];
  }

  private static boolean better(float score, int index, float than, int thanIndex) {
    return score > than || (score == than && index < thanIndex);
  }

  /** The i-th candidate of a row, in no order. */
  int index(int row, int i) {
    return indices[row * capacity + i];
  }

  int capacity() {
    return capacity;
  }
}
