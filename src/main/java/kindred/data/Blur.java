package kindred.data;

/** Gaussian blur of square planes of uint8, in place; beyond the edge the edge goes on. */
final class Blur {
  private static final double REACH = 3;

  private final int size;
  private final float[] between;

  Blur(int size) {
    this.size = size;
    this.between = new float[size * size];
  }

  /**
   * Blurs.
   *
   * @param sigma in pixels
   */
  void apply(byte[] pixels, int channels, double sigma) {
    int radius = (int) Math.ceil(REACH * sigma);
    float[] kernel = kernel(radius, sigma);
    for (int c = 0; c < channels; c++) {
      int plane = c * size * size;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          float sum = 0;
          for (int i = -radius; i <= radius; i++) {
            sum += kernel[i + radius] * (pixels[plane + y * size + clamp(x + i)] & 0xff);
          }
          between[y * size + x] = sum;
        }
      }
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          float sum = 0;
          for (int i = -radius; i <= radius; i++) {
            sum += kernel[i + radius] * between[clamp(y + i) * size + x];
          }
          pixels[plane + y * size + x] = (byte) (int) Math.min(255, sum + 0.5f);
        }
      }
    }
  }

  private int clamp(int position) {
    return Math.max(0, Math.min(size - 1, position));
  }

  private static float[] kernel(int radius, double sigma) {
    double[] raw = new double[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      raw[i + radius] = Math.exp(-i * i / (2 * sigma * sigma));
      sum += raw[i + radius];
    }
    float[] kernel = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      kernel[i] = (float) (raw[i] / sum);
    }
    return kernel;
  }
}
