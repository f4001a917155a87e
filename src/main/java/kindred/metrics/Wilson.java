package kindred.metrics;

/**
 * The 95 % interval of a share by Wilson (1927): all shares from which the one that was counted
 * deviates by at most 1.96 standard errors, those of the share itself. Of a population of N, drawn
 * without replacement, the squared standard error is smaller by (N − n)/(N − 1).
 *
 * <p>Where only one, two or three of the n are of one kind, the normal distribution misses such
 * rare kinds too often; there the bound of the rare kind that lies nearer to 0 is λ/n, as Brown,
 * Cai and DasGupta (2001) propose, where a Poisson variable of mean λ is that large with
 * probability 5 %. It never lies below what was counted already, as a share of N.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Wilson(double low, double high) {
  private static final double Z = 1.959963984540054;

  /** By how often the rare kind was counted: 1 − e^−λ(1 + λ + … ) = 0.05. */
  private static final double[] RARE = {0, 0.05129329438755058, 0.3553615112, 0.8176914476};

  private static final int FEW = 50;

  /**
   * Of a share that was counted among n, from a population without end, as an accuracy is among
   * test images.
   *
   * @param share from 0 to 1
   */
  public static Wilson ofShare(double share, int n) {
    return of((int) Math.round(share * n), n, Double.POSITIVE_INFINITY);
  }

  /**
   * Computes.
   *
   * @param hits of the n, possibly 0 or n
   * @param n drawn, at least 0; without any the share can be anything
   * @param population N, at least n; infinite if drawn with replacement
   */
  public static Wilson of(int hits, int n, double population) {
    if (n <= 0) {
      return new Wilson(0, 1);
    }
    double share = (double) hits / n;
    if (n >= population) {
      return new Wilson(share, share);
    }
    double worth = Double.isInfinite(population) ? n : n * (population - 1) / (population - n);
    double shrunk = Z * Z / worth;
    double center = (share + shrunk / 2) / (1 + shrunk);
    double half = Math.sqrt(shrunk * share * (1 - share) + shrunk * shrunk / 4) / (1 + shrunk);
    return new Wilson(
        lowest(hits, n, population, center - half),
        1 - lowest(n - hits, n, population, 1 - center - half));
  }

  /** The lower end of the share of one kind. */
  private static double lowest(int counted, int n, double population, double wilson) {
    int rare = n > FEW ? 3 : 2;
    double counts = counted / population;
    if (counted >= 1 && counted <= rare) {
      return Math.max(counts, Math.min(wilson, RARE[counted] / n));
    }
    return Math.max(counts, wilson);
  }
}
