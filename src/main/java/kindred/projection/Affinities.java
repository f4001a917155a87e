package kindred.projection;

import kindred.neighbors.Crew;
import kindred.neighbors.NeighborSearch;

/**
 * How much vectors are each other's, after van der Maaten and Hinton (2008), among nearest
 * neighbors only (van der Maaten 2014): p(j|i) is proportional to exp(−β·d²), β such that its
 * perplexity is the one that is asked for, and p(i, j) = (p(j|i) + p(i|j)) / 2n. All p add up to 1.
 */
final class Affinities {
  private static final int HALVINGS = 100;
  private static final double CLOSE_ENOUGH = 1e-6;

  private Affinities() {}

  /**
   * The affinities of vectors.
   *
   * @param k how many of the nearest count
   * @param perplexity less than k
   * @param squared whether the distances are squares already
   */
  static SymmetricGraph of(
      Crew crew, NeighborSearch.Result nearest, int k, double perplexity, boolean squared) {
    int n = nearest.n();
    int[] others = new int[Math.multiplyExact(n, k)];
    float[] weights = new float[others.length];
    crew.rows(
        n,
        row -> {
          double[] squares = new double[k];
          for (int i = 0; i < k; i++) {
            others[row * k + i] = nearest.indices()[row * nearest.k() + i];
            double distance = nearest.distances()[row * nearest.k() + i];
            squares[i] = squared ? distance : distance * distance;
          }
          double[] found = conditional(squares, perplexity);
          for (int i = 0; i < k; i++) {
            weights[row * k + i] = (float) found[i];
          }
        });
    return SymmetricGraph.of(k, others, weights, (a, b) -> (a + b) / (2 * n));
  }

  /**
   * Probabilities of a vector's nearest others.
   *
   * @param squares of the distances, ascending
   * @return they add up to 1
   */
  static double[] conditional(double[] squares, double perplexity) {
    double target = Math.log(perplexity);
    double[] probabilities = new double[squares.length];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double mean = 0;
    for (double square : squares) {
      mean += (square - squares[0]) / squares.length;
    }
    double beta = mean > 0 ? 1 / mean : 1;
    for (int i = 0; i < HALVINGS; i++) {
      double entropy = fill(probabilities, squares, beta);
      if (Math.abs(entropy - target) < CLOSE_ENOUGH) {
        break;
      }
      if (entropy > target) {
        low = beta;
        beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
      } else {
        high = beta;
        beta = (low + high) / 2;
      }
    }
    return probabilities;
  }

  /** Fills in the probabilities of a β and returns their entropy in nats. */
  private static double fill(double[] probabilities, double[] squares, double beta) {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < squares.length; i++) {
      double beyond = squares[i] - squares[0];
      probabilities[i] = Math.exp(-beta * beyond);
      sum += probabilities[i];
      weighted += beyond * probabilities[i];
    }
    for (int i = 0; i < squares.length; i++) {
      probabilities[i] /= sum;
    }
    return Math.log(sum) + beta * weighted / sum;
  }
}
