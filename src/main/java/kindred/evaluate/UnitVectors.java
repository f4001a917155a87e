package kindred.evaluate;

/** Vectors of length 1. */
final class UnitVectors {
  private UnitVectors() {}

  /**
   * Each row divided by its euclidean length; a zero row stays zero.
   *
   * @param vectors n×dimension
   */
  static float[] of(float[] vectors, int dimension) {
    float[] unit = new float[vectors.length];
    for (int row = 0; row < vectors.length; row += dimension) {
      double square = 0;
      for (int j = row; j < row + dimension; j++) {
        square += (double) vectors[j] * vectors[j];
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int j = row; j < row + dimension; j++) {
        unit[j] = (float) (vectors[j] * scale);
      }
    }
    return unit;
  }
}
