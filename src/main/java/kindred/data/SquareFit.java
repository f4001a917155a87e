package kindred.data;

/**
 * Makes every image a square of one size, without ever enlarging it. If both sides are longer than
 * the square, the image is scaled, antialiased, until the shorter one fits, and the middle is kept.
 * Else it is not scaled: what stands out is cropped and what is missing is padded with zeros, both
 * around the middle.
 *
 * <p>Scaling is separable with a triangle filter whose support grows with the scale, as in Pillow's
 * {@code BILINEAR}: each output value is the weighted mean of all source values under the triangle,
 * so that nothing finer than the new grid is aliased. Both axes use the same exact scale. Immutable
 * and safe for use by any number of threads.
 */
public final class SquareFit {
  private final int size;

  /**
   * @param size side of the square in pixels
   */
  public SquareFit(int size) {
    this.size = size;
  }

  Square of(Picture picture) {
    byte[] pixels =
        Math.min(picture.width(), picture.height()) > size ? scaled(picture) : placed(picture);
    return new Square(picture.channels(), pixels);
  }

  private byte[] placed(Picture picture) {
    if (picture.width() == size && picture.height() == size) {
      byte[] pixels = new byte[picture.channels() * size * size];
      picture.whole(pixels);
      return pixels;
    }
    int left = Math.floorDiv(picture.width() - size, 2); // negative where padded
    int top = Math.floorDiv(picture.height() - size, 2);
    int columns = Math.min(size, picture.width());
    byte[] pixels = new byte[picture.channels() * size * size];
    byte[][] row = new byte[picture.channels()][picture.width()];
    for (int y = Math.max(0, -top); y < size && y + top < picture.height(); y++) {
      picture.row(y + top, row);
      for (int c = 0; c < row.length; c++) {
        int target = (c * size + y) * size + Math.max(0, -left);
        System.arraycopy(row[c], Math.max(0, left), pixels, target, columns);
      }
    }
    return pixels;
  }

  private byte[] scaled(Picture picture) {
    double scale = Math.min(picture.width(), picture.height()) / (double) size;
    Triangles across = new Triangles(picture.width(), size, scale);
    Triangles down = new Triangles(picture.height(), size, scale);
    int channels = picture.channels();
    float[] sums = new float[channels * size * size];
    float[] line = new float[size];
    byte[][] row = new byte[channels][picture.width()];
    int firstOpen = 0;
    for (int y = down.start(0); y < down.end(size - 1); y++) {
      picture.row(y, row);
      while (down.end(firstOpen) <= y) {
        firstOpen++;
      }
      for (int c = 0; c < channels; c++) {
        across.apply(row[c], line);
        for (int out = firstOpen; out < size && down.start(out) <= y; out++) {
          add(line, down.weight(out, y), sums, (c * size + out) * size);
        }
      }
    }
    return rounded(sums);
  }

  private static void add(float[] line, float weight, float[] sums, int at) {
    for (int x = 0; x < line.length; x++) {
      sums[at + x] += weight * line[x];
    }
  }

  private static byte[] rounded(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
    }
    return bytes;
  }

  /** One triangle filter per output position along one axis, each with sum 1. */
  private static final class Triangles {
    private final int[] starts;
    private final float[][] weights;

    Triangles(int length, int outputs, double scale) {
      starts = new int[outputs];
      weights = new float[outputs][];
      for (int i = 0; i < outputs; i++) {
        double center = length / 2.0 + (i + 0.5 - outputs / 2.0) * scale;
        int start = Math.max(0, (int) (center - scale + 0.5));
        int end = Math.min(length, (int) (center + scale + 0.5));
        starts[i] = start;
        weights[i] = weights(start, end, center, scale);
      }
    }

    private static float[] weights(int start, int end, double center, double scale) {
      double[] raw = new double[end - start];
      double sum = 0;
      for (int i = 0; i < raw.length; i++) {
        raw[i] = Math.max(0, 1 - Math.abs(start + i + 0.5 - center) / scale);
        sum += raw[i];
      }
      float[] weights = new float[raw.length];
      for (int i = 0; i < raw.length; i++) {
        weights[i] = (float) (raw[i] / sum);
      }
      return weights;
    }

    int start(int output) {
      return starts[output];
    }

    int end(int output) {
      return starts[output] + weights[output].length;
    }

    float weight(int output, int position) {
      return weights[output][position - starts[output]];
    }

    void apply(byte[] values, float[] results) {
      for (int i = 0; i < results.length; i++) {
        float sum = 0;
        float[] filter = weights[i];
        int start = starts[i];
        for (int k = 0; k < filter.length; k++) {
          sum += filter[k] * (values[start + k] & 0xff);
        }
        results[i] = sum;
      }
    }
  }
}
