package kindred.gui.results;

/**
 * Points of a line, x rising.
 *
 * @param y as many as x
 */
public record Curve(double[] x, double[] y) {
  /** Nothing to draw. */
  public static final Curve NONE = new Curve(new double[0], new double[0]);

  public boolean isEmpty() {
    return x.length == 0;
  }

  /** The place of the point whose x is nearest to a value. */
  public int nearest(double value) {
    int best = 0;
    for (int i = 1; i < x.length; i++) {
      best = Math.abs(x[i] - value) < Math.abs(x[best] - value) ? i : best;
    }
    return best;
  }
}
