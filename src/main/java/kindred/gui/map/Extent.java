package kindred.gui.map;

import java.util.Arrays;

/** A rectangle of the map; of a single point or none, one without width. */
record Extent(double left, double bottom, double right, double top) {
  /** One of so many points may be an outlier, at each side. */
  private static final int FEW = 100;

  /** Around all points that are anywhere. */
  static Extent of(float[] xy) {
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xy.length; i += 2) {
      if (isAnywhere(xy, i / 2)) {
        left = Math.min(left, xy[i]);
        right = Math.max(right, xy[i]);
        bottom = Math.min(bottom, xy[i + 1]);
        top = Math.max(top, xy[i + 1]);
      }
    }
    return left > right ? new Extent(0, 0, 0, 0) : new Extent(left, bottom, right, top);
  }

  /**
   * Around all points but the few that lie far outside, as the whiskers of a box plot: farther out
   * than half of what all but the outermost hundredth at each side take. One image that flew off
   * would make all others small.
   */
  static Extent ofMost(float[] xs, float[] ys) {
    double[] across = whiskers(xs);
    double[] upward = whiskers(ys);
    return new Extent(across[0], upward[0], across[1], upward[1]);
  }

  private static double[] whiskers(float[] values) {
    if (values.length == 0) {
      return new double[2];
    }
    float[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    int last = sorted.length - 1;
    int low = last / FEW;
    int high = last - low;
    double fence = (sorted[high] - (double) sorted[low]) / 2;
    double least = sorted[low] - fence;
    double most = sorted[high] + fence;
    while (low > 0 && sorted[low - 1] >= least) {
      low--;
    }
    while (high < last && sorted[high + 1] <= most) {
      high++;
    }
    return new double[] {sorted[low], sorted[high]};
  }

  /** Whether a point has a place, which the not-a-number of a failed computation has not. */
  static boolean isAnywhere(float[] xy, int point) {
    return Float.isFinite(xy[2 * point]) && Float.isFinite(xy[2 * point + 1]);
  }

  double width() {
    return right - left;
  }

  double height() {
    return top - bottom;
  }

  double middleX() {
    return (left + right) / 2;
  }

  double middleY() {
    return (bottom + top) / 2;
  }
}
