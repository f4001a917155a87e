package kindred.gui.map;

/** A rectangle of the map; of a single point or none, one without width. */
record Extent(double left, double bottom, double right, double top) {
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
