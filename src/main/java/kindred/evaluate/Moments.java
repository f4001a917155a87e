package kindred.evaluate;

/**
 * How the dimensions of some vectors are distributed.
 *
 * @param count n
 * @param mean of each dimension
 * @param squares sum of the squared differences from the mean, of each dimension
 */
record Moments(int count, double[] mean, double[] squares) {
  /**
   * Measures in two passes.
   *
   * @param vectors n×dimension
   */
  static Moments of(float[] vectors, int dimension) {
    int n = vectors.length / dimension;
    double[] mean = new double[dimension];
    double[] squares = new double[dimension];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % dimension] += vectors[i] / (double) n;
    }
    for (int i = 0; i < vectors.length; i++) {
      double centered = vectors[i] - mean[i % dimension];
      squares[i % dimension] += centered * centered;
    }
    return new Moments(n, mean, squares);
  }

  /** Standard deviation of each dimension, of these vectors alone: n in the denominator. */
  double[] populationDeviation() {
    return deviation(count);
  }

  /** Standard deviation of each dimension, estimated from a sample: n − 1 in the denominator. */
  double[] sampleDeviation() {
    return deviation(Math.max(1, count - 1));
  }

  private double[] deviation(int denominator) {
    double[] deviation = new double[squares.length];
    for (int j = 0; j < deviation.length; j++) {
      deviation[j] = Math.sqrt(squares[j] / denominator);
    }
    return deviation;
  }
}
