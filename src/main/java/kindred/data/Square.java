package kindred.data;

/** A square image ready to be packed. */
public final class Square {
  private final int channels;
  private final byte[] pixels; // C×S×S

  Square(int channels, byte[] pixels) {
    this.channels = channels;
    this.pixels = pixels;
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
