package kindred.gui.map;

/** A dot: a disc with soft edges, or a single pixel. */
final class Stamp {
  private final int reach;
  private final float[] cover;

  /**
   * A dot.
   *
   * @param radius in pixels; a small one gives a single pixel
   */
  Stamp(double radius) {
    reach = radius < 0.75 ? 0 : (int) Math.ceil(radius);
    int side = 2 * reach + 1;
    cover = new float[side * side];
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        double covered = radius + 0.5 - Math.hypot(x, y);
        cover[(y + reach) * side + x + reach] = (float) Math.max(0, Math.min(1, covered));
      }
    }
    if (reach == 0) {
      cover[0] = 1;
    }
  }

  /** How far it goes beyond its middle pixel. */
  int reach() {
    return reach;
  }

  /** How much of a pixel it covers, from 0 to 1. */
  float cover(int right, int down) {
    return cover[(down + reach) * (2 * reach + 1) + right + reach];
  }

  /** How many pixels it covers in all. */
  double area() {
    double sum = 0;
    for (float covered : cover) {
      sum += covered;
    }
    return sum;
  }
}
