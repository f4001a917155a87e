package kindred.evaluate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a few measurements and how sure it is.
 *
 * @param n measurements
 * @param mean of them
 * @param sd sample standard deviation, with n − 1; null for one measurement
 * @param low lower end of the 95 % interval of Student's t with n − 1 degrees of freedom, mean −
 *     t₀.₉₇₅·sd/√n; null for one measurement
 * @param high its upper end
 */
public record Estimate(int n, double mean, Double sd, Double low, Double high) {
  private static final double UPPER_QUANTILE = 0.975;

  /** Takes measurements, at least one. They are treated as independent and about normal. */
  public static Estimate of(double... values) {
    int n = values.length;
    if (n == 0) {
      throw new IllegalArgumentException("no measurement to estimate from");
    }
    double mean = mean(values);
    if (n == 1) {
      return new Estimate(n, mean, null, null, null);
    }
    double sd = Math.sqrt(squares(values, mean) / (n - 1));
    double half = student(n).inverseCumulativeProbability(UPPER_QUANTILE) * sd / Math.sqrt(n);
    return new Estimate(n, mean, sd, mean - half, mean + half);
  }

  static TDistribution student(int n) {
    return TDistribution.of(n - 1.0);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double squares(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
