package kindred.gui.map;

/**
 * What one picture of a map shows. Immutable.
 *
 * @param camera what lies in the middle of the picture, and how large
 * @param thumbnails images in the place of dots where there is room, or null for dots alone
 */
record Shot(
    PointGrid grid, Shades shades, Camera camera, int width, int height, Thumbnails thumbnails) {
  private static final double MOST_RADIUS = 5;
  private static final double OF_DISTANCE = 0.35;

  /** The radius of a dot: small where points are close to each other, so that few are covered. */
  double radius() {
    double distance = camera.scale() / Math.sqrt(grid.usualDensity());
    return Math.max(0.5, Math.min(MOST_RADIUS, OF_DISTANCE * distance));
  }

  /** How many dots of an area lie on a pixel where it is crowded. */
  double crowd(double area) {
    return grid.crowdedDensity() / camera.scale() / camera.scale() * area;
  }

  double viewX(int point) {
    return camera.viewX(grid.x(point), width);
  }

  double viewY(int point) {
    return camera.viewY(grid.y(point), height);
  }
}
