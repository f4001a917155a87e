package kindred.projection;

/**
 * How strongly UMAP's ties pull and strangers push, by the squared distance on the map, looked up
 * and not computed: a power for each would take most of the time. Sixty-four steps for each
 * doubling, straight lines between; off by less than a thousandth.
 */
final class CurveTable {
  private static final int SHIFT = 17;
  private static final int LEAST = Float.floatToRawIntBits(0x1p-40f) >>> SHIFT;
  private static final int SIZE = (Float.floatToRawIntBits(0x1p60f) >>> SHIFT) - LEAST + 2;

  private final float[] pulls = new float[SIZE];
  private final float[] pushes = new float[SIZE];

  CurveTable(LowCurve curve) {
    double a = curve.a();
    double b = curve.b();
    for (int i = 0; i < SIZE; i++) {
      double square = Float.intBitsToFloat((i + LEAST) << SHIFT);
      double power = Math.pow(square, b);
      pulls[i] = (float) (-2 * a * b * power / (square * (1 + a * power)));
      pushes[i] = (float) (2 * b / ((0.001 + square) * (1 + a * power)));
    }
  }

  /** 2 · d/ds log ν(s) at the squared distance s, for ν the curve; below 0. */
  double pull(double square) {
    return at(pulls, (float) square);
  }

  /** 2 · d/ds log(1 − ν(s)), kept finite near 0 as usual. */
  double push(double square) {
    return at(pushes, (float) square);
  }

  private static double at(float[] table, float square) {
    int bits = Float.floatToRawIntBits(square);
    int i = Math.min(SIZE - 2, Math.max(0, (bits >>> SHIFT) - LEAST));
    float share = (bits & ((1 << SHIFT) - 1)) * 0x1p-17f;
    return table[i] + share * (table[i + 1] - table[i]);
  }
}
