package kindred.gui.map;

/**
 * From where a map is looked at: what lies in the middle of the view, and how large. The map's y
 * goes up, the view's goes down.
 *
 * @param x of the map in the middle
 * @param y of the map in the middle
 * @param scale pixels for one unit of the map; above 0
 */
record Camera(double x, double y, double scale) {
  private static final double MARGIN = 24;
  private static final double MOST_OF_FIT = 20_000;

  /** All of a map in a view, with a little room around. */
  static Camera fit(Extent extent, double width, double height) {
    double across = Math.max(extent.width(), Float.MIN_NORMAL);
    double upward = Math.max(extent.height(), Float.MIN_NORMAL);
    double scale =
        Math.min(
            Math.max(1, width - 2 * MARGIN) / across, Math.max(1, height - 2 * MARGIN) / upward);
    return new Camera(extent.middleX(), extent.middleY(), Math.min(scale, 1e9));
  }

  double viewX(double mapX, double width) {
    return width / 2 + (mapX - x) * scale;
  }

  double viewY(double mapY, double height) {
    return height / 2 - (mapY - y) * scale;
  }

  double mapX(double viewX, double width) {
    return x + (viewX - width / 2) / scale;
  }

  double mapY(double viewY, double height) {
    return y - (viewY - height / 2) / scale;
  }

  /** The map moved by some pixels to the right and down. */
  Camera moved(double right, double down) {
    return new Camera(x - right / scale, y + down / scale, scale);
  }

  /** The map larger by a factor, with a place of the view where it was. */
  Camera zoomed(double factor, double viewX, double viewY, double width, double height) {
    double left = viewX - width / 2;
    double down = viewY - height / 2;
    double larger = scale * factor;
    return new Camera(x + left / scale - left / larger, y - down / scale + down / larger, larger);
  }

  /** The same, but never so small or large that the map is lost. */
  Camera within(Extent extent, double width, double height) {
    Camera fit = fit(extent, width, height);
    double bounded = Math.max(fit.scale / 4, Math.min(fit.scale * MOST_OF_FIT, scale));
    return new Camera(
        Math.max(extent.left(), Math.min(extent.right(), x)),
        Math.max(extent.bottom(), Math.min(extent.top(), y)),
        bounded);
  }
}
