package kindred.evaluate;

/**
 * Representations with their classes.
 *
 * @param vectors n×dimension
 * @param labels n classes, none unlabeled
 */
public record Examples(float[] vectors, int dimension, int[] labels) {
  public int count() {
    return labels.length;
  }
}
