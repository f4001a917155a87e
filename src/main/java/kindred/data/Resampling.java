package kindred.data;

/**
 * Bilinear resampling with antialiasing along one axis, in fixed point, as Pillow does it: output
 * pixel x is a weighted sum of the input pixels under a triangle around its center, which is as
 * wide as an output pixel when shrinking.
 */
final class Resampling {
  private static final int FRACTION_BITS = 22;
  private static final int HALF = 1 << (FRACTION_BITS - 1);

  /** First input pixel of every output pixel. */
  final int[] first;

  /** Number of input pixels of every output pixel. */
  final int[] taps;

  /** Weights, {@link #stride} for every output pixel. */
  final int[] weights;

  final int stride;

  /** From {@code in} pixels to {@code out}. */
  Resampling(int in, int out) {
    double scale = (double) in / out;
    double reach = Math.max(scale, 1);
    stride = (int) Math.ceil(reach) * 2 + 1;
    first = new int[out];
    taps = new int[out];
    weights = new int[out * stride];
    double[] raw = new double[stride];
    for (int x = 0; x < out; x++) {
      double center = (x + 0.5) * scale;
      int from = Math.max(0, (int) (center - reach + 0.5));
      int to = Math.min(in, (int) (center + reach + 0.5));
      double sum = 0;
      for (int i = 0; i < to - from; i++) {
        raw[i] = Math.max(0, 1 - Math.abs((i + from - center + 0.5) / reach));
        sum += raw[i];
      }
      first[x] = from;
      taps[x] = to - from;
      for (int i = 0; i < to - from; i++) {
        weights[x * stride + i] = (int) (0.5 + raw[i] / sum * (1 << FRACTION_BITS));
      }
    }
  }

  /** Weighted sum of uint8 values at {@code from}, {@code from + step} … for output pixel x. */
  int apply(byte[] values, int from, int step, int x) {
    int sum = HALF;
    int w = x * stride;
    int at = from + first[x] * step;
    for (int i = taps[x]; i > 0; i--) {
      sum += weights[w++] * (values[at] & 0xff);
      at += step;
    }
    int value = sum >> FRACTION_BITS;
    return value < 0 ? 0 : Math.min(value, 255);
  }
}
