package kindred.projection;

/**
 * Moves a map onto another of the same images, as closely as turning, mirroring, shifting and one
 * scale for both axes allow, in the sense of least squares. With places as complex numbers around
 * their middles, z becomes c·z or, mirrored, c·z̄.
 */
final class Procrustes {
  private Procrustes() {}

  /**
   * The moved map.
   *
   * @param places n×2; left as they are
   * @param target n×2
   */
  static float[] onto(float[] target, float[] places) {
    double[] from = middle(places);
    double[] to = middle(target);
    double square = 0;
    double[] turned = new double[2];
    double[] mirrored = new double[2];
    for (int i = 0; i < places.length; i += 2) {
      double x = places[i] - from[0];
      double y = places[i + 1] - from[1];
      double u = target[i] - to[0];
      double v = target[i + 1] - to[1];
      square += x * x + y * y;
      turned[0] += x * u + y * v;
      turned[1] += x * v - y * u;
      mirrored[0] += x * u - y * v;
      mirrored[1] += x * v + y * u;
    }
    boolean mirror = Math.hypot(mirrored[0], mirrored[1]) > Math.hypot(turned[0], turned[1]);
    double[] factor = mirror ? mirrored : turned;
    double a = square > 0 ? factor[0] / square : 1;
    double b = square > 0 ? factor[1] / square : 0;
    float[] moved = new float[places.length];
    for (int i = 0; i < places.length; i += 2) {
      double x = places[i] - from[0];
      double y = (places[i + 1] - from[1]) * (mirror ? -1 : 1);
      moved[i] = (float) (to[0] + a * x - b * y);
      moved[i + 1] = (float) (to[1] + a * y + b * x);
    }
    return moved;
  }

  private static double[] middle(float[] places) {
    double[] sum = new double[2];
    for (int i = 0; i < places.length; i++) {
      sum[i % 2] += 2.0 * places[i] / places.length;
    }
    return sum;
  }
}
