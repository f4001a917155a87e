package kindred.data;

/**
 * A decoded image, read row by row so that no second full-size copy is needed. Not for use by
 * several threads.
 */
interface Picture {
  /** 1 or 3. */
  int channels();

  int height();

  int width();

  /** Copies one row to {@code planes}, which is C×W or longer. */
  void row(int y, byte[][] planes);

  /** Puts all rows into {@code pixels}, which is C×H×W. */
  default void whole(byte[] pixels) {
    byte[][] planes = new byte[channels()][width()];
    for (int y = 0; y < height(); y++) {
      row(y, planes);
      for (int c = 0; c < planes.length; c++) {
        System.arraycopy(planes[c], 0, pixels, (c * height() + y) * width(), width());
      }
    }
  }

  /**
   * A picture of uint8 values.
   *
   * @param pixels C×H×W, not copied
   */
  static Picture of(int channels, int height, int width, byte[] pixels) {
    return strided(channels, height, width, pixels, height * width, width, 1);
  }

  /** A picture of uint8 values H×W×C, not copied. */
  static Picture channelsLast(int channels, int height, int width, byte[] pixels) {
    return strided(channels, height, width, pixels, 1, width * channels, channels);
  }

  /** A picture of uint8 values C×W×H, each channel column by column, not copied. */
  static Picture columnsFirst(int channels, int height, int width, byte[] pixels) {
    return strided(channels, height, width, pixels, height * width, 1, height);
  }

  private static Picture strided(
      int channels, int height, int width, byte[] pixels, int channelStep, int rowStep, int step) {
    if (pixels.length != channels * height * width) {
      throw new IllegalArgumentException(pixels.length + " bytes");
    }
    return new Picture() {
      @Override
      public int channels() {
        return channels;
      }

      @Override
      public int height() {
        return height;
      }

      @Override
      public int width() {
        return width;
      }

      @Override
      public void row(int y, byte[][] planes) {
        for (int c = 0; c < channels; c++) {
          int at = c * channelStep + y * rowStep;
          if (step == 1) {
            System.arraycopy(pixels, at, planes[c], 0, width);
          } else {
            for (int x = 0; x < width; x++) {
              planes[c][x] = pixels[at + x * step];
            }
          }
        }
      }
    };
  }
}
