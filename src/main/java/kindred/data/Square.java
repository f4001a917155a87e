package kindred.data;

/** A square image ready to be packed. */
public final class Square {
  private static final int BLOCK = 1 << 14; // values whose squares add up to less than 2^31

  private final int channels;
  private final byte[] pixels; // C×S×S
  private final long[] sums;
  private final long[] squares;

  Square(int channels, byte[] pixels) {
    this.channels = channels;
    this.pixels = pixels;
    this.sums = new long[channels];
    this.squares = new long[channels];
    for (int c = 0; c < channels; c++) {
      measure(c);
    }
  }

  private void measure(int channel) {
    int plane = pixels.length / channels;
    for (int from = 0; from < plane; from += BLOCK) {
      int sum = 0;
      int square = 0;
      int end = channel * plane + Math.min(plane, from + BLOCK);
      for (int i = channel * plane + from; i < end; i++) {
        int value = pixels[i] & 0xFF;
        sum += value;
        square += value * value;
      }
      sums[channel] += sum;
      squares[channel] += square;
    }
  }

  /** The sum of a channel's uint8 values. */
  long sum(int channel) {
    return sums[channel];
  }

  /** The sum of the squares of a channel's uint8 values. */
  long sumOfSquares(int channel) {
    return squares[channel];
  }

  /** 1 if the image is gray by its own format, else 3. */
  public int channels() {
    return channels;
  }

  /** C×S×S, the array itself. */
  public byte[] pixels() {
    return pixels;
  }
}
