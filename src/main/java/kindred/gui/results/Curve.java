package kindred.gui.results;

/**
 * Points of a line, x rising.
 *
 * @param y as many as x
 * @param low, high ends of the interval that each y lies in, as many as x; none without a band
 */
public record Curve(double[] x, double[] y, double[] low, double[] high) {
  /** Nothing to draw. */
  public static final Curve NONE = new Curve(new double[0], new double[0]);

  /** A line without a band. */
  public Curve(double[] x, double[] y) {
    this(x, y, new double[0], new double[0]);
  }

  public boolean isEmpty() {
    return x.length == 0;
  }

  /** Whether intervals are known. */
  boolean banded() {
    return low.length > 0;
  }

  /** The place of the point whose x is nearest to a value. */
  public int nearest(double value) {
    int best = 0;
    for (int i = 1; i < x.length; i++) {
      best = Math.abs(x[i] - value) < Math.abs(x[best] - value) ? i : best;
    }
    return best;
  }

  /** The same of several points with the nearest x whose y is the nearest. */
  int nearest(double value, double height) {
    int best = nearest(value);
    double off = Math.abs(x[best] - value);
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(x[i] - value) <= off && Math.abs(y[i] - height) < Math.abs(y[best] - height)) {
        best = i;
      }
    }
    return best;
  }
}
