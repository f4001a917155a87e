package kindred.data;

import java.security.MessageDigest;
import kindred.array.Sha256;

/**
 * Tells images by their pixels, whatever their numbers: the first 64 bits of the SHA-256 over an
 * image's C×H×W bytes. For one thread.
 */
public final class PixelDigests {
  private final ImageSet set;
  private final MessageDigest sha = Sha256.begin();
  private final byte[] pixels;

  public PixelDigests(ImageSet set) {
    this.set = set;
    this.pixels = new byte[set.info().imageBytes()];
  }

  /** An image's digest. */
  public long of(int image) {
    set.pixels(image, pixels, 0);
    byte[] digest = sha.digest(pixels);
    long first = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      first = first << Byte.SIZE | (digest[i] & 0xFF);
    }
    return first;
  }
}
