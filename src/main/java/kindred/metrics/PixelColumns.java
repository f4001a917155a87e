package kindred.metrics;

import java.util.Arrays;

/**
 * A line of any number of points reduced to what can be seen of it: of all points that fall into
 * one column of pixels the lowest and the highest, in the order in which they came. Beyond either
 * edge one point is kept, so that the line runs out of the picture. Points come with rising x.
 */
public final class PixelColumns {
  private final Span span;
  private final int columns;
  private double[] x = new double[64];
  private double[] y = new double[64];
  private int size;

  private int column = Integer.MIN_VALUE;
  private double lowX;
  private double low;
  private double highX;
  private double high;
  private double before = Double.NaN;
  private double beforeY;
  private boolean over;

  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;

  /**
   * @param span what is seen of the x axis
   * @param columns how many pixels wide
   */
  public PixelColumns(Span span, int columns) {
    this.span = span;
    this.columns = Math.max(1, columns);
  }

  /** Takes the next point; one that is not finite is left out. */
  public void add(double px, double py) {
    if (over || !Double.isFinite(py) || !Double.isFinite(px)) {
      return;
    }
    if (px < span.min()) {
      before = px;
      beforeY = py;
      return;
    }
    if (px > span.max()) {
      over = true;
      flush();
      put(px, py);
      return;
    }
    if (size == 0 && column == Integer.MIN_VALUE && !Double.isNaN(before)) {
      put(before, beforeY);
    }
    int at = (int) Math.min(columns - 1, columns * span.shareOf(px));
    if (at != column) {
      flush();
      column = at;
      lowX = px;
      low = py;
      highX = px;
      high = py;
    } else if (py < low) {
      low = py;
      lowX = px;
    } else if (py > high) {
      high = py;
      highX = px;
    }
    lowest = Math.min(lowest, py);
    highest = Math.max(highest, py);
  }

  private void flush() {
    if (column == Integer.MIN_VALUE) {
      if (over && size == 0 && !Double.isNaN(before)) {
        put(before, beforeY);
      }
      return;
    }
    if (lowX == highX) {
      put(lowX, low);
    } else if (lowX < highX) {
      put(lowX, low);
      put(highX, high);
    } else {
      put(highX, high);
      put(lowX, low);
    }
    column = Integer.MIN_VALUE;
  }

  private void put(double px, double py) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = px;
    y[size++] = py;
  }

  /** Whether a point beyond the upper edge came, so that no later one matters. */
  public boolean over() {
    return over;
  }

  /** The lowest value inside the span; infinite if there is none. */
  public double lowest() {
    return lowest;
  }

  /** The highest value inside the span; infinite if there is none. */
  public double highest() {
    return highest;
  }

  /** The x of all points kept, after the last {@link #add}. */
  public double[] x() {
    flush();
    return Arrays.copyOf(x, size);
  }

  /** Their y. */
  public double[] y() {
    flush();
    return Arrays.copyOf(y, size);
  }
}
