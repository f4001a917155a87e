package kindred.model;

/**
 * How a parameter's first values are drawn: uniform in [center − bound, center + bound]. PyTorch's
 * default for convolutions and linear layers is center 0 and bound 1/√fan-in (He et al. 2015 with
 * slope √5).
 */
public record Initial(double center, double bound) {
  public static Initial constant(double value) {
    return new Initial(value, 0);
  }

  public static Initial uniform(double bound) {
    return new Initial(0, bound);
  }
}
