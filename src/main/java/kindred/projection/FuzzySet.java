package kindred.projection;

import kindred.neighbors.Crew;
import kindred.neighbors.NeighborSearch;

/**
 * How much each vector belongs to its neighbors' surroundings, after section 3.1 of McInnes, Healy
 * and Melville (2018): μ(x, xⱼ) = exp(−max(0, d(x, xⱼ) − ρ) / σ), ρ the distance of the nearest
 * other that is not at the same place, and σ such that the memberships add up to log₂ k. Of both
 * ways' memberships the union is taken, a + b − a·b.
 */
final class FuzzySet {
  private static final int HALVINGS = 64;
  private static final double CLOSE_ENOUGH = 1e-5;

  /** σ is at least this share of the mean distance, or duplicates would make it vanish. */
  private static final double LEAST_SIGMA = 1e-3;

  private FuzzySet() {}

  /**
   * The fuzzy set of vectors.
   *
   * @param k how many of the nearest count
   */
  static SymmetricGraph of(Crew crew, NeighborSearch.Result nearest, int k) {
    int n = nearest.n();
    int[] others = new int[Math.multiplyExact(n, k)];
    float[] weights = new float[others.length];
    double mean = mean(nearest, k);
    crew.rows(
        n,
        row -> {
          double[] distances = new double[k];
          for (int i = 0; i < k; i++) {
            others[row * k + i] = nearest.indices()[row * nearest.k() + i];
            distances[i] = nearest.distances()[row * nearest.k() + i];
          }
          double[] found = memberships(distances, mean);
          for (int i = 0; i < k; i++) {
            weights[row * k + i] = (float) found[i];
          }
        });
    return SymmetricGraph.of(k, others, weights, (a, b) -> a + b - a * b);
  }

  private static double mean(NeighborSearch.Result nearest, int k) {
    double sum = 0;
    for (int row = 0; row < nearest.n(); row++) {
      for (int i = 0; i < k; i++) {
        sum += nearest.distances()[row * nearest.k() + i];
      }
    }
    return sum / ((double) nearest.n() * k);
  }

  /**
   * Memberships of a vector's nearest others.
   *
   * @param distances ascending
   * @param mean of all vectors' such distances
   */
  static double[] memberships(double[] distances, double mean) {
    double rho = 0;
    for (int i = distances.length - 1; i >= 0; i--) {
      rho = distances[i] > 0 ? distances[i] : rho;
    }
    double sigma = sigma(distances, rho);
    double own = rho > 0 ? mean(distances) : mean;
    sigma = Math.max(sigma, LEAST_SIGMA * own);
    double[] memberships = new double[distances.length];
    for (int i = 0; i < distances.length; i++) {
      memberships[i] = membership(distances[i], rho, sigma);
    }
    return memberships;
  }

  private static double mean(double[] distances) {
    double sum = 0;
    for (double distance : distances) {
      sum += distance;
    }
    return sum / distances.length;
  }

  private static double membership(double distance, double rho, double sigma) {
    return distance <= rho ? 1 : Math.exp((rho - distance) / sigma);
  }

  private static double sigma(double[] distances, double rho) {
    double target = Math.log(distances.length) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sigma = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double sum = 0;
      for (double distance : distances) {
        sum += membership(distance, rho, sigma);
      }
      if (Math.abs(sum - target) < CLOSE_ENOUGH) {
        break;
      }
      if (sum > target) {
        high = sigma;
        sigma = (low + high) / 2;
      } else {
        low = sigma;
        sigma = Double.isInfinite(high) ? 2 * sigma : (low + high) / 2;
      }
    }
    return sigma;
  }
}
