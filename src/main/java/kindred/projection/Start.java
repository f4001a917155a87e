package kindred.projection;

import kindred.data.Draws;

/**
 * Where a layout begins: given places, around their middle and scaled, with a hundredth of noise so
 * that equal ones come apart.
 */
final class Start {
  private static final double NOISE = 0.01;
  private static final long STREAM = 0x5354415254L;

  private Start() {}

  /** Places none of whose coordinates is farther from the middle. */
  static double[] reaching(double reach, float[] places, long seed) {
    double[] start = centered(places);
    double most = 0;
    for (double value : start) {
      most = Math.max(most, Math.abs(value));
    }
    return scaled(start, most, reach, seed);
  }

  /** Places whose first coordinate has a standard deviation. */
  static double[] deviating(double deviation, float[] places, long seed) {
    double[] start = centered(places);
    double square = 0;
    for (int i = 0; i < start.length; i += 2) {
      square += start[i] * start[i];
    }
    return scaled(start, Math.sqrt(2 * square / start.length), deviation, seed);
  }

  private static double[] centered(float[] places) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < places.length; i += 2) {
      x += places[i];
      y += places[i + 1];
    }
    double[] centered = new double[places.length];
    for (int i = 0; i < places.length; i += 2) {
      centered[i] = places[i] - 2 * x / places.length;
      centered[i + 1] = places[i + 1] - 2 * y / places.length;
    }
    return centered;
  }

  private static double[] scaled(double[] start, double size, double wanted, long seed) {
    Draws draws = new Draws();
    draws.startStream(seed, 0, 0, STREAM);
    double scale = size > 0 ? wanted / size : 0;
    for (int i = 0; i < start.length; i++) {
      start[i] = scale * start[i] + NOISE * wanted * draws.gaussian();
    }
    return start;
  }
}
