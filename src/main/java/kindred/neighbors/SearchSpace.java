package kindred.neighbors;

import kindred.experiment.Metric;
import kindred.torch.GramTiles;

/**
 * Vectors made ready for a search by inner products: y's score from x is x·y − ‖y‖²/2, which is
 * greater the nearer y is.
 *
 * <p>The mean vector is subtracted first: that changes no distance and saves the digits that a
 * large common part would take. Cosine search is a Euclidean one among unit vectors, since 1 −
 * cos(u, v) = ‖u − v‖² / 2 for them. Not changed once made, so for any thread.
 */
final class SearchSpace {
  private final float[] vectors;
  private final int n;
  private final int dimension;
  private final Metric metric;
  private final double[] scale;
  private final float[] prepared;
  private final float[] penalty;
  private final double longest;

  /**
   * @param vectors n×dimension
   */
  SearchSpace(float[] vectors, int dimension, Metric metric) {
    this.vectors = vectors;
    this.dimension = dimension;
    this.n = vectors.length / dimension;
    this.metric = metric;
    this.scale = scale();
    this.prepared = centered();
    this.penalty = penalties();
    double most = 0;
    for (float half : penalty) {
      most = Math.max(most, half);
    }
    this.longest = Math.sqrt(2 * most);
  }

  /** What a vector is multiplied with to have unit length under cosine; 0 for a zero vector. */
  private double[] scale() {
    double[] factors = new double[n];
    for (int row = 0; row < n; row++) {
      double length = metric == Metric.COSINE ? Math.sqrt(dot(row, row)) : 1;
      factors[row] = length > 0 ? 1 / length : 0;
    }
    return factors;
  }

  private float[] centered() {
    double[] mean = new double[dimension];
    for (int row = 0, i = 0; row < n; row++) {
      for (int j = 0; j < dimension; j++, i++) {
        mean[j] += vectors[i] * scale[row] / n;
      }
    }
    float[] centered = new float[vectors.length];
    for (int row = 0, i = 0; row < n; row++) {
      for (int j = 0; j < dimension; j++, i++) {
        centered[i] = (float) (vectors[i] * scale[row] - mean[j]);
      }
    }
    return centered;
  }

  /** A zero vector is at cosine distance 1, but at ‖u − 0‖² / 2 = 1/2 from unit vectors. */
  private float[] penalties() {
    float[] half = new float[n];
    for (int row = 0; row < n; row++) {
      double sum = scale[row] == 0 ? 1 : 0;
      for (int j = row * dimension; j < (row + 1) * dimension; j++) {
        sum += (double) prepared[j] * prepared[j];
      }
      half[row] = (float) (sum / 2);
    }
    return half;
  }

  private double dot(int a, int b) {
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      sum += (double) vectors[a * dimension + j] * vectors[b * dimension + j];
    }
    return sum;
  }

  int n() {
    return n;
  }

  int dimension() {
    return dimension;
  }

  /** n×dimension, what inner products are to be taken of. */
  float[] prepared() {
    return prepared;
  }

  /** ‖y‖²/2 of every vector. */
  float[] penalty() {
    return penalty;
  }

  /** The distance in float64, from the vectors as they were given. */
  double distance(int a, int b) {
    if (metric == Metric.COSINE) {
      double lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
      return lengths > 0 ? Math.max(0, 1 - dot(a, b) / lengths) : 1; // rounding may pass 0
    }
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      double difference = (double) vectors[a * dimension + j] - vectors[b * dimension + j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /**
   * Whether rounding cannot have kept a nearer vector from a row's candidates: the score that any
   * such vector was at least given is above the worst candidate's.
   *
   * <p>A vector as near as the k-th truly has at least its score s = ‖x‖²/2 − d²/2. Its product
   * with x is s + ‖y‖²/2, and by the triangle inequality its length ‖y‖ is at most ‖x‖ + d. What
   * its given score may lack grows slower than its true one, so that the k-th's is the hardest
   * case. A few more digits cover the rounding of the vectors and of the score.
   *
   * @param kth the distance of the k-th
   * @param worst the least score among the candidates
   */
  boolean certain(int row, double kth, float worst, GramTiles.Rounding rounding) {
    if (scale[row] == 0) {
      return false;
    }
    double halfSquare = metric == Metric.COSINE ? kth : kth * kth / 2;
    double length = Math.sqrt(2.0 * penalty[row]);
    double reach = Math.min(longest, length + Math.sqrt(2 * halfSquare));
    double score = penalty[row] - halfSquare;
    double product = Math.max(Math.abs(score), Math.abs(score + reach * reach / 2));
    double doubt =
        (rounding.lengths() + 0x1p-22) * length * reach
            + rounding.result() * product
            + 0x1p-22 * reach * reach;
    return score > worst + doubt;
  }
}
