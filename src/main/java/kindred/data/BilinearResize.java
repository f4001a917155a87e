package kindred.data;

import java.util.Arrays;

/**
 * Resizes a crop to a square, bilinear, with the filter widened when it shrinks so that nothing
 * aliases. Equal to Pillow's resize with its bilinear filter: first along rows, then along columns,
 * each rounded to 8 bits, weights in fixed point. Holds scratch memory; one per thread.
 */
final class BilinearResize {
  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);

  /** Lengths up to this keep their weights; longer ones are rare and would hold much memory. */
  private static final int KEPT = 512;

  private final int size;
  private final Weights[] kept = new Weights[KEPT + 1];
  private final int[] sums;
  private int[] rows = new int[0]; // crop height × size

  BilinearResize(int size) {
    this.size = size;
    this.sums = new int[size];
  }

  /**
   * Resizes the crop of one channel.
   *
   * @param image H×W values of the channel, from the offset on
   * @param width W
   * @param flip whether to mirror the result horizontally
   * @param target size×size values of 0 … 255
   */
  void resize(byte[] image, int offset, int width, Crop crop, boolean flip, int[] target) {
    if (rows.length < crop.height() * size) {
      rows = new int[crop.height() * size];
    }
    Weights across = weights(crop.width());
    int from = offset + crop.top() * width + crop.left();
    int x = flip ? size - 1 : 0;
    int step = flip ? -1 : 1;
    for (int y = 0; y < crop.height(); y++) {
      if (across.taps == 2) {
        twoAlongRow(image, from + y * width, across, y * size + x, step);
      } else {
        alongRow(image, from + y * width, across, y * size + x, step);
      }
    }
    downColumns(weights(crop.height()), target);
  }

  private void twoAlongRow(byte[] image, int from, Weights across, int to, int step) {
    int[] first = across.first;
    int[] weight = across.weight;
    for (int x = 0; x < first.length; x++) {
      int at = from + first[x];
      int sum = weight[2 * x] * (image[at] & 255) + weight[2 * x + 1] * (image[at + 1] & 255);
      rows[to + x * step] = (sum + HALF) >> BITS;
    }
  }

  private void alongRow(byte[] image, int from, Weights across, int to, int step) {
    int taps = across.taps;
    for (int x = 0; x < size; x++) {
      int at = from + across.first[x];
      int sum = HALF;
      for (int k = 0; k < taps; k++) {
        sum += across.weight[x * taps + k] * (image[at + k] & 255);
      }
      rows[to + x * step] = sum >> BITS;
    }
  }

  private void downColumns(Weights down, int[] target) {
    int taps = down.taps;
    for (int y = 0; y < size; y++) {
      int row = down.first[y] * size;
      if (taps == 2) {
        blendRows(row, down.weight[2 * y], down.weight[2 * y + 1], target, y * size);
      } else {
        sumRows(row, down.weight, y * taps, taps, target, y * size);
      }
    }
  }

  private void blendRows(int row, int upper, int lower, int[] target, int to) {
    for (int x = 0; x < size; x++) {
      target[to + x] = (upper * rows[row + x] + lower * rows[row + size + x] + HALF) >> BITS;
    }
  }

  private void sumRows(int row, int[] weight, int at, int taps, int[] target, int to) {
    Arrays.fill(sums, HALF);
    for (int k = 0; k < taps; k++) {
      int w = weight[at + k];
      int from = row + k * size;
      for (int x = 0; x < size; x++) {
        sums[x] += w * rows[from + x];
      }
    }
    for (int x = 0; x < size; x++) {
      target[to + x] = sums[x] >> BITS;
    }
  }

  private Weights weights(int length) {
    if (length > KEPT) {
      return Weights.of(length, size);
    }
    if (kept[length] == null) {
      kept[length] = Weights.of(length, size);
    }
    return kept[length];
  }

  /**
   * Which inputs each output is the weighted sum of: {@code taps} of them from {@code first[x]} on,
   * with {@code weight[x·taps + k]} in 2⁻²². Windows cut by a border are filled up with zero
   * weights.
   */
  private static final class Weights {
    final int taps;
    final int[] first;
    final int[] weight;

    Weights(int taps, int[] first, int[] weight) {
      this.taps = taps;
      this.first = first;
      this.weight = weight;
    }

    static Weights of(int from, int to) {
      double scale = (double) from / to;
      double support = Math.max(scale, 1);
      int taps = 0;
      for (int x = 0; x < to; x++) {
        double center = (x + 0.5) * scale;
        taps = Math.max(taps, end(center, support, from) - start(center, support));
      }
      int[] first = new int[to];
      int[] weight = new int[to * taps];
      for (int x = 0; x < to; x++) {
        double center = (x + 0.5) * scale;
        int start = start(center, support);
        first[x] = Math.min(start, from - taps);
        triangle(center, support, start, end(center, support, from), weight, x * taps - first[x]);
      }
      return new Weights(taps, first, weight);
    }

    private static int start(double center, double support) {
      return Math.max(0, (int) (center - support + 0.5));
    }

    private static int end(double center, double support, int length) {
      return Math.min(length, (int) (center + support + 0.5));
    }

    private static void triangle(
        double center, double support, int start, int end, int[] weight, int shift) {
      double sum = 0;
      for (int i = start; i < end; i++) {
        sum += height(i, center, support);
      }
      for (int i = start; i < end; i++) {
        double share = height(i, center, support) / sum;
        weight[shift + i] = (int) (0.5 + share * (1 << BITS));
      }
    }

    private static double height(int i, double center, double support) {
      return Math.max(0, 1 - Math.abs((i - center + 0.5) / support));
    }
  }
}
