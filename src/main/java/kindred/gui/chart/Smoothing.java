package kindred.gui.chart;

/**
 * An exponential moving average without the pull of its first value: with weight w the average
 * m<sub>t</sub> = w m<sub>t−1</sub> + (1 − w) x<sub>t</sub> from m<sub>0</sub> = 0 is divided by 1
 * − w<sup>t</sup> (Kingma and Ba 2015, section 3), so that the first result is the first value.
 * Values that are not finite change nothing.
 */
final class Smoothing {
  private final double weight;
  private double mean;
  private double power = 1;

  /**
   * @param weight of what came before, from 0 (no smoothing) to below 1
   */
  Smoothing(double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("a smoothing's weight is from 0 to below 1: " + weight);
    }
    this.weight = weight;
  }

  /** The weight that averages over about so many points: 1 − 1 / points. */
  static double weightOver(double points) {
    return 1 - 1 / Math.max(1, points);
  }

  /** Takes the next value and gives the average so far; NaN before the first finite one. */
  double next(double value) {
    if (Double.isFinite(value)) {
      mean = weight * mean + (1 - weight) * value;
      power *= weight;
    }
    return power == 1 ? Double.NaN : mean / (1 - power);
  }
}
