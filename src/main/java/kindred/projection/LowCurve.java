package kindred.projection;

/**
 * The curve 1 / (1 + a·d²ᵇ) by which UMAP judges nearness on the map, fitted by least squares to 1
 * up to the least distance and exp(−(d − least)) beyond, at 300 distances from 0 to 3 (Gauss and
 * Newton's steps, damped after Levenberg and Marquardt).
 */
record LowCurve(double a, double b) {
  private static final int POINTS = 300;
  private static final double FARTHEST = 3;
  private static final int STEPS = 200;

  /** The curve for a least distance. */
  static LowCurve of(double minDist) {
    LowCurve best = new LowCurve(1, 1);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && damping < 1e12; step++) {
      LowCurve tried = best.improved(minDist, damping);
      if (tried.error(minDist) < best.error(minDist)) {
        best = tried;
        damping /= 3;
      } else {
        damping *= 4;
      }
    }
    return best;
  }

  private static double at(int i) {
    return FARTHEST * i / (POINTS - 1);
  }

  private double off(int i, double minDist) {
    double d = at(i);
    return value(d * d) - (d < minDist ? 1 : Math.exp(minDist - d));
  }

  private double error(double minDist) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += off(i, minDist) * off(i, minDist);
    }
    return a > 0 && b > 0 ? sum : Double.POSITIVE_INFINITY;
  }

  private LowCurve improved(double minDist, double damping) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ra = 0;
    double rb = 0;
    for (int i = 1; i < POINTS; i++) {
      double d = at(i);
      double power = Math.pow(d, 2 * b);
      double value = 1 / (1 + a * power);
      double byA = -value * value * power;
      double byB = byA * a * 2 * Math.log(d);
      double off = off(i, minDist);
      aa += byA * byA;
      ab += byA * byB;
      bb += byB * byB;
      ra += byA * off;
      rb += byB * off;
    }
    aa *= 1 + damping;
    bb *= 1 + damping;
    double determinant = aa * bb - ab * ab;
    return new LowCurve(
        a - (bb * ra - ab * rb) / determinant, b - (aa * rb - ab * ra) / determinant);
  }

  /** Its value at a squared distance. */
  double value(double square) {
    return 1 / (1 + a * Math.pow(square, b));
  }
}
