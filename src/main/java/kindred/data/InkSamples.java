package kindred.data;

/**
 * Cyan, magenta, yellow and black as red, green and blue: each is what its ink and the black leave
 * of the light. Color profiles are not applied.
 */
final class InkSamples implements Samples {
  private final Stored stored;
  private final int bands;

  /** What the numbers are. */
  enum Stored {
    /** 0 is no ink, as in TIFF. */
    INK,
    /** 255 is no ink, as Adobe's programs write JPEG. */
    LIGHT,
    /** As {@link #LIGHT}, with the first three turned around and in the YCbCr of JFIF. */
    YCCK
  }

  InkSamples(Stored stored, int bands) {
    this.stored = stored;
    this.bands = bands;
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void convert(Object line, int count, byte[][] planes) {
    byte[] samples = (byte[]) line;
    for (int x = 0; x < count; x++) {
      int at = x * bands;
      int black = light(samples[at + 3]);
      if (stored == Stored.YCCK) {
        double y = samples[at] & 0xFF;
        int blueness = (samples[at + 1] & 0xFF) - 128;
        int redness = (samples[at + 2] & 0xFF) - 128;
        planes[0][x] = left(255 - rounded(y + 1.402 * redness), black);
        planes[1][x] = left(255 - rounded(y - 0.344136 * blueness - 0.714136 * redness), black);
        planes[2][x] = left(255 - rounded(y + 1.772 * blueness), black);
      } else {
        for (int c = 0; c < 3; c++) {
          planes[c][x] = left(light(samples[at + c]), black);
        }
      }
    }
  }

  private int light(byte sample) {
    return stored == Stored.INK ? 255 - (sample & 0xFF) : sample & 0xFF;
  }

  private static int rounded(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static byte left(int light, int black) {
    return (byte) ((light * black + 127) / 255);
  }
}
