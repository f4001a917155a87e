package kindred.data;

/**
 * The part of an image that a view shows.
 *
 * @param top first row
 * @param left first column
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 */
record Crop(int top, int left, int height, int width) {
  private static final int TRIES = 10;

  /**
   * Draws a crop as torchvision's RandomResizedCrop does: up to ten tries of a uniform area and a
   * log-uniform aspect, then the largest centered crop of a permitted aspect. Always takes the same
   * number of draws, so that what is drawn next does not depend on the image's shape.
   */
  static Crop draw(Augmentation how, int height, int width, Draws draws) {
    double logMin = StrictMath.log(how.minAspect());
    double logMax = StrictMath.log(how.maxAspect());
    int h = 0;
    int w = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double area = draws.uniform(how.minScale(), how.maxScale()) * height * width;
      double logAspect = draws.uniform(logMin, logMax);
      if (h == 0) {
        double aspect = StrictMath.exp(logAspect);
        int triedWidth = (int) Math.rint(Math.sqrt(area * aspect));
        int triedHeight = (int) Math.rint(Math.sqrt(area / aspect));
        if (triedWidth > 0 && triedWidth <= width && triedHeight > 0 && triedHeight <= height) {
          h = triedHeight;
          w = triedWidth;
        }
      }
    }
    double down = draws.nextDouble();
    double right = draws.nextDouble();
    return h == 0
        ? centered(how, height, width)
        : new Crop((int) (down * (height - h + 1)), (int) (right * (width - w + 1)), h, w);
  }

  private static Crop centered(Augmentation how, int height, int width) {
    double aspect = (double) width / height;
    int h = height;
    int w = width;
    if (aspect < how.minAspect()) {
      h = Math.max(1, (int) Math.rint(width / how.minAspect()));
    } else if (aspect > how.maxAspect()) {
      w = Math.max(1, (int) Math.rint(height * how.maxAspect()));
    }
    return new Crop((height - h) / 2, (width - w) / 2, h, w);
  }
}
