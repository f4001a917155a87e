package kindred.neighbors;

import kindred.experiment.Metric;

/** The definition of nearest neighbors, in float64 and without any cleverness. */
final class BruteForce {
  private BruteForce() {}

  /** n×k, nearest first, of equal distances the lower index first. */
  static int[] nearest(float[] vectors, int dimension, int k, Metric metric) {
    int n = vectors.length / dimension;
    int[] nearest = new int[n * k];
    double[] distances = new double[n];
    for (int row = 0; row < n; row++) {
      for (int other = 0; other < n; other++) {
        distances[other] = distance(vectors, dimension, row, other, metric);
      }
      distances[row] = Double.NaN;
      for (int rank = 0; rank < k; rank++) {
        int best = smallest(distances);
        nearest[row * k + rank] = best;
        distances[best] = Double.NaN;
      }
    }
    return nearest;
  }

  private static int smallest(double[] distances) {
    int best = -1;
    for (int i = 0; i < distances.length; i++) {
      boolean known = !Double.isNaN(distances[i]);
      if (known && (best < 0 || distances[i] < distances[best])) {
        best = i;
      }
    }
    return best;
  }

  static double distance(float[] vectors, int dimension, int a, int b, Metric metric) {
    double squares = 0;
    double dot = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int j = 0; j < dimension; j++) {
      double x = vectors[a * dimension + j];
      double y = vectors[b * dimension + j];
      squares += (x - y) * (x - y);
      dot += x * y;
      lengthA += x * x;
      lengthB += y * y;
    }
    if (metric == Metric.EUCLIDEAN) {
      return Math.sqrt(squares);
    }
    return lengthA * lengthB == 0 ? 1 : 1 - dot / (Math.sqrt(lengthA) * Math.sqrt(lengthB));
  }
}
