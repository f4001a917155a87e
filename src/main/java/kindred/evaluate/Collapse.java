package kindred.evaluate;

import java.util.Locale;
import java.util.Optional;
import kindred.torch.Spectrum;
import kindred.torch.Torch;

/**
 * How far representations are from collapsing to one point or one line.
 *
 * @param dimension d
 * @param std mean over the dimensions of the population standard deviation of the l2-normalized
 *     representations
 * @param stdRatio {@code std} · √d: 1 when they are spread evenly over the sphere, 0 when all are
 *     the same
 * @param effectiveRank exp of the entropy of the singular values of the centered representations,
 *     divided by their sum (Roy and Vetterli 2007): from 1, all on a line, to d, the same spread in
 *     every direction; 0 when all are the same
 * @param deadShare share of the dimensions whose standard deviation, before any normalization, is
 *     at most 1 % of the largest one's
 */
public record Collapse(
    int dimension, double std, double stdRatio, double effectiveRank, double deadShare) {
  /** A smaller std ratio looks like a collapse to one point. */
  public static final double LEAST_STD_RATIO = 0.05;

  private static final double DEAD = 0.01;

  /**
   * Measures.
   *
   * @param vectors n×dimension, finite
   */
  public static Collapse of(Torch torch, float[] vectors, int dimension) {
    double[] std = Moments.of(UnitVectors.of(vectors, dimension), dimension).populationDeviation();
    double mean = 0;
    for (double one : std) {
      mean += one / dimension;
    }
    return new Collapse(
        dimension,
        mean,
        mean * Math.sqrt(dimension),
        effectiveRank(Spectrum.ofCovariance(torch, vectors, dimension)),
        deadShare(Moments.of(vectors, dimension).populationDeviation()));
  }

  /** The covariance's eigenvalues are the squares of the singular values, up to one factor. */
  static double effectiveRank(double[] eigenvalues) {
    double sum = 0;
    for (double eigenvalue : eigenvalues) {
      sum += Math.sqrt(Math.max(0, eigenvalue));
    }
    if (sum == 0) {
      return 0;
    }
    double entropy = 0;
    for (double eigenvalue : eigenvalues) {
      double p = Math.sqrt(Math.max(0, eigenvalue)) / sum;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return Math.exp(entropy);
  }

  static double deadShare(double[] std) {
    double largest = 0;
    for (double one : std) {
      largest = Math.max(largest, one);
    }
    int dead = 0;
    for (double one : std) {
      dead += one <= DEAD * largest ? 1 : 0;
    }
    return (double) dead / std.length;
  }

  /**
   * The effective rank below which representations look as if they lay on a line: 1.5, and less
   * with few dimensions, which cannot have much more.
   */
  public double leastEffectiveRank() {
    return 1 + Math.min(0.5, 0.01 * (dimension - 1));
  }

  /** Why this looks like a collapse; empty if it does not. */
  public Optional<String> suspicion() {
    if (dimension > 1 && stdRatio < LEAST_STD_RATIO) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "all images have nearly the same representation (std %.4f of 1/√d, below %.2f)",
              stdRatio,
              LEAST_STD_RATIO));
    }
    if (effectiveRank < leastEffectiveRank()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "all representations lie nearly on a line (effective rank %.3f of %d, below %.2f)",
              effectiveRank,
              dimension,
              leastEffectiveRank()));
    }
    return Optional.empty();
  }
}
