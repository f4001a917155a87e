package kindred.data;

import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of an encoded image as ImageIO's readers take them, without a copy. The JDK's own
 * stream over memory copies them into blocks of a cache and enters each into a table that all
 * threads share, which is dear where images are small. Like that stream it does not tell its
 * length: told it, the TIFF reader accepts a truncated file. For one thread.
 */
final class EncodedInput extends ImageInputStreamImpl {
  private final byte[] bytes; // not copied

  EncodedInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  /** Empty: there is nothing to close, and an object with a finalizer costs the collector dear. */
  @Override
  @SuppressWarnings({"deprecation", "removal", "Finalize", "checkstyle:NoFinalizer"})
  protected void finalize() {
    // nothing is held
  }
}
