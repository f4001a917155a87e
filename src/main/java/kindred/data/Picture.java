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

  /**
   * A picture of uint8 values.
   *
   * @param pixels C×H×W, not copied
   */
  static Picture of(int channels, int height, int width, byte[] pixels) {
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
          System.arraycopy(pixels, (c * height + y) * width, planes[c], 0, width);
        }
      }
    };
  }
}
