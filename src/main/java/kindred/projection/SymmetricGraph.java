package kindred.projection;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * A graph with the same weight both ways between two vectors, as rows of the others that a vector
 * is tied to, in ascending order. The arrays are not to be changed.
 *
 * @param starts where each row begins in the others, and behind the last where it ends
 * @param columns the other of each tie
 * @param weights of each tie, above 0
 */
record SymmetricGraph(int[] starts, int[] columns, float[] weights) {
  /**
   * Makes weights that hold one way hold both ways.
   *
   * @param k ties of each vector
   * @param others n×k, distinct in a row and never the vector itself
   * @param weights n×k, from a vector to the others
   * @param both the weight of a pair, given one from each side, of which one may be 0
   */
  static SymmetricGraph of(int k, int[] others, float[] weights, DoubleBinaryOperator both) {
    int n = others.length / k;
    int[] inStarts = starts(n, others);
    int[] in = new int[others.length];
    int[] next = Arrays.copyOf(inStarts, n);
    for (int tie = 0; tie < others.length; tie++) {
      in[next[others[tie]]++] = tie;
    }
    int[] starts = new int[n + 1];
    int[] columns = new int[2 * others.length];
    float[] merged = new float[columns.length];
    int size = 0;
    for (int row = 0; row < n; row++) {
      int[] out = sorted(others, row * k, k);
      int i = 0;
      int j = inStarts[row];
      while (i < k || j < inStarts[row + 1]) {
        int to = i < k ? others[out[i]] : n;
        int from = j < inStarts[row + 1] ? in[j] / k : n;
        float there = to <= from ? weights[out[i++]] : 0;
        float back = from <= to ? weights[in[j++]] : 0;
        float weight = (float) both.applyAsDouble(there, back);
        if (weight > 0) {
          columns[size] = Math.min(to, from);
          merged[size++] = weight;
        }
      }
      starts[row + 1] = size;
    }
    return new SymmetricGraph(starts, Arrays.copyOf(columns, size), Arrays.copyOf(merged, size));
  }

  private static int[] starts(int n, int[] others) {
    int[] starts = new int[n + 1];
    for (int other : others) {
      starts[other + 1]++;
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }

  /** Places in the array of a row's others, the others ascending. */
  private static int[] sorted(int[] others, int from, int count) {
    long[] keys =
        IntStream.range(from, from + count)
            .mapToLong(tie -> (long) others[tie] << 32 | tie)
            .toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The number of vectors. */
  int n() {
    return starts.length - 1;
  }
}
