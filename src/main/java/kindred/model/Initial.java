package kindred.model;

import java.util.SplittableRandom;

/**
 * How a parameter's first values are drawn.
 *
 * @param distribution of a value's distance from the center
 * @param center their mean
 * @param spread half the width of a uniform distribution, the standard deviation of a normal one
 */
public record Initial(Distribution distribution, double center, double spread) {
  /** The shape of a distribution around its center. */
  public enum Distribution {
    UNIFORM,
    NORMAL
  }

  /** Always the same value. */
  public static Initial constant(double value) {
    return new Initial(Distribution.UNIFORM, value, 0);
  }

  /**
   * Uniform in [−bound, bound]. PyTorch's default for convolutions and linear layers is 1/√fan-in
   * (He et al. 2015 with slope √5).
   */
  public static Initial uniform(double bound) {
    return new Initial(Distribution.UNIFORM, 0, bound);
  }

  /** Normal with mean 0. */
  public static Initial normal(double deviation) {
    return new Initial(Distribution.NORMAL, 0, deviation);
  }

  /** The next value. */
  public double draw(SplittableRandom random) {
    double unit =
        distribution == Distribution.NORMAL ? random.nextGaussian() : 2 * random.nextDouble() - 1;
    return center + spread * unit;
  }
}
