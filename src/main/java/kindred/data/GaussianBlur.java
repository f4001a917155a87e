package kindred.data;

import java.util.Arrays;

/**
 * Blurs a square plane with a Gaussian of three standard deviations to each side, borders mirrored
 * without repeating the edge, in fixed point; within one level of torchvision's gaussian_blur with
 * a kernel of that width. Holds scratch memory; one per thread.
 */
final class GaussianBlur {
  private static final int WEIGHT_BITS = 14;

  /** Extra bits kept between the two passes. */
  private static final int EXTRA_BITS = 8;

  private final int size;
  private final int[] rows; // size×size, with extra bits
  private final int[] line; // one row and its mirrored borders
  private final int[] sums;

  GaussianBlur(int size) {
    this.size = size;
    this.rows = new int[size * size];
    this.line = new int[3 * size];
    this.sums = new int[size];
  }

  /** Blurs every plane in place, with sigma in pixels. */
  void blur(int[][] planes, double sigma) {
    int[] weight = weights(sigma);
    for (int[] plane : planes) {
      alongRows(plane, weight);
      downColumns(plane, weight);
    }
  }

  private int[] weights(double sigma) {
    int radius = Math.min((int) Math.ceil(3 * sigma), size - 1);
    double[] bell = new double[2 * radius + 1];
    double sum = 0;
    for (int i = 0; i < bell.length; i++) {
      double x = (i - radius) / sigma;
      bell[i] = StrictMath.exp(-0.5 * x * x);
      sum += bell[i];
    }
    int[] weight = new int[bell.length];
    int rest = 1 << WEIGHT_BITS;
    for (int i = 0; i < bell.length; i++) {
      weight[i] = (int) Math.rint(bell[i] / sum * (1 << WEIGHT_BITS));
      rest -= weight[i];
    }
    weight[radius] += rest; // a plain area must keep its value exactly
    return weight;
  }

  private void alongRows(int[] plane, int[] weight) {
    int radius = weight.length / 2;
    int shift = WEIGHT_BITS - EXTRA_BITS;
    for (int y = 0; y < size; y++) {
      for (int x = -radius; x < size + radius; x++) {
        line[radius + x] = plane[y * size + mirrored(x)];
      }
      startSums(1 << (shift - 1));
      for (int k = 0; k < weight.length; k++) {
        addTo(sums, weight[k], line, k);
      }
      for (int x = 0; x < size; x++) {
        rows[y * size + x] = sums[x] >> shift;
      }
    }
  }

  private void downColumns(int[] plane, int[] weight) {
    int radius = weight.length / 2;
    int shift = WEIGHT_BITS + EXTRA_BITS;
    for (int y = 0; y < size; y++) {
      startSums(1 << (shift - 1));
      for (int k = 0; k < weight.length; k++) {
        addTo(sums, weight[k], rows, mirrored(y + k - radius) * size);
      }
      for (int x = 0; x < size; x++) {
        plane[y * size + x] = sums[x] >> shift;
      }
    }
  }

  private void startSums(int rounding) {
    Arrays.fill(sums, rounding);
  }

  private static void addTo(int[] sums, int weight, int[] values, int from) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * values[from + x];
    }
  }

  private int mirrored(int i) {
    int positive = Math.abs(i);
    return positive < size ? positive : 2 * (size - 1) - positive;
  }
}
