package kindred.neighbors.pairs;

/**
 * The 95 % interval of a share by Wilson (1927): all shares from which the one that was counted
 * deviates by at most 1.96 standard errors, those of the share itself. Of a population of N, drawn
 * without replacement, the squared standard error is smaller by (N − n)/(N − 1).
 *
 * @param low its lower end
 * @param high its upper end
 */
record Wilson(double low, double high) {
  private static final double Z = 1.959963984540054;

  /**
   * Computes.
   *
   * @param hits of the n, possibly 0 or n
   * @param n drawn, at least 0; without any the share can be anything
   * @param population N, at least n; infinite if drawn with replacement
   */
  static Wilson of(double hits, double n, double population) {
    if (n <= 0) {
      return new Wilson(0, 1);
    }
    double share = hits / n;
    if (n >= population) {
      return new Wilson(share, share);
    }
    double worth = Double.isInfinite(population) ? n : n * (population - 1) / (population - n);
    double shrunk = Z * Z / worth;
    double center = (share + shrunk / 2) / (1 + shrunk);
    double half = Math.sqrt(shrunk * share * (1 - share) + shrunk * shrunk / 4) / (1 + shrunk);
    return new Wilson(Math.max(0, center - half), Math.min(1, center + half));
  }
}
