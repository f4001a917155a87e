package kindred.data;

/** The bits of a JPEG's one scan. For one thread; keeps its buffer from image to image. */
final class JpegBits {
  private byte[] bytes = {}; // without what keeps them from looking like markers
  private int count;
  private int at;
  private long held; // the last bits of it are still to be read
  private int holds;

  /**
   * Begins to read.
   *
   * @param marker that must end the scan, with nothing after it
   * @return whether it does
   */
  boolean open(byte[] jpeg, int start, int marker) {
    if (bytes.length < jpeg.length) {
      bytes = new byte[jpeg.length];
    }
    count = 0;
    at = 0;
    held = 0;
    holds = 0;
    int from = start;
    while (from + 1 < jpeg.length) {
      byte value = jpeg[from++];
      if (value == (byte) 0xFF) {
        int next = jpeg[from++] & 0xFF;
        if (next != 0) {
          return next == marker && from == jpeg.length;
        }
      }
      bytes[count++] = value;
    }
    return false;
  }

  /** Makes sure that a code and its number can be read, if need be with zeros after the end. */
  private void fill() {
    while (holds <= 56) {
      held = (held << 8) | (at < count ? bytes[at] & 0xFF : 0);
      at++;
      holds += 8;
    }
  }

  /** Up to 16 bits ahead; a number of up to 15 bits may be read after them. */
  int ahead(int length) {
    if (holds < 32) {
      fill();
    }
    return (int) (held >>> (holds - length)) & ((1 << length) - 1);
  }

  void skip(int length) {
    holds -= length;
  }

  /** The signed number of a category, after a code was read by {@link #ahead}. */
  int signed(int size) {
    if (size == 0) {
      return 0;
    }
    holds -= size;
    int value = (int) (held >>> holds) & ((1 << size) - 1);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Whether all was read, but for what fills the last byte, and no more. */
  boolean atEnd() {
    long left = 8L * count - (8L * at - holds);
    return left >= 0 && left < 8;
  }
}
