package kindred.evaluate;

/**
 * How much better one treatment does than another under the same conditions, such as the same
 * seeds: Student's paired t-test.
 *
 * @param estimate of the mean of the differences
 * @param p two-sided probability of a mean difference at least as far from 0 if there were none;
 *     null for one pair, or if every difference is exactly 0
 */
public record PairedDifference(Estimate estimate, Double p) {
  /**
   * Compares.
   *
   * @param treatment one value for each condition, at least one
   * @param baseline the same conditions in the same order
   */
  public static PairedDifference of(double[] treatment, double[] baseline) {
    if (treatment.length != baseline.length) {
      throw new IllegalArgumentException(
          treatment.length + " values cannot be paired with " + baseline.length);
    }
    double[] differences = new double[treatment.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = treatment[i] - baseline[i];
    }
    Estimate estimate = Estimate.of(differences);
    return new PairedDifference(estimate, p(estimate));
  }

  private static Double p(Estimate difference) {
    if (difference.n() == 1 || (difference.sd() == 0 && difference.mean() == 0)) {
      return null;
    }
    if (difference.sd() == 0) {
      return 0.0;
    }
    double t = Math.abs(difference.mean()) / (difference.sd() / Math.sqrt(difference.n()));
    return 2 * Estimate.student(difference.n()).survivalProbability(t);
  }
}
