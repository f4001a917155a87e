package kindred.evaluate;

import java.util.Arrays;

/**
 * Representations with their classes.
 *
 * @param vectors n×dimension
 * @param labels n classes, none unlabeled
 */
public record Examples(float[] vectors, int dimension, int[] labels) {
  /**
   * Only the labeled ones.
   *
   * @param vectors n×dimension
   * @param labels n classes, negative if unknown
   */
  public static Examples labeled(float[] vectors, int dimension, int[] labels) {
    float[] some = new float[vectors.length];
    int[] known = new int[labels.length];
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        System.arraycopy(vectors, i * dimension, some, count * dimension, dimension);
        known[count++] = labels[i];
      }
    }
    return new Examples(
        Arrays.copyOf(some, count * dimension), dimension, Arrays.copyOf(known, count));
  }

  public int count() {
    return labels.length;
  }
}
