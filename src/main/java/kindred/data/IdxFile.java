package kindred.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import kindred.experiment.BadInput;

/**
 * An IDX file of unsigned bytes, plain or gzip, read from front to back. The format is that of
 * MNIST: two zero bytes, the type (8), the number of dimensions, each dimension as a big-endian
 * int32, then the values.
 */
final class IdxFile implements Closeable {
  private static final int UINT8 = 8;
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final DataInputStream in;
  private final int[] dimensions;
  private int read;

  private IdxFile(String name, DataInputStream in, int[] dimensions) {
    this.name = name;
    this.in = in;
    this.dimensions = dimensions;
  }

  /** How to open an IDX file from its beginning, any number of times. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws BadInput if it is no IDX file of unsigned bytes with this number of dimensions
   */
  static IdxFile open(String name, Opener opener, int dimensions) throws IOException {
    DataInputStream in = new DataInputStream(plain(opener.open()));
    boolean opened = false;
    try {
      IdxFile file = new IdxFile(name, in, header(name, in, dimensions));
      opened = true;
      return file;
    } catch (EOFException | ZipException e) {
      throw new BadInput(name + " is damaged: it ends within its header", e);
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  /** The number of dimensions of an IDX file of unsigned bytes, or 0 if it is none. */
  static int dimensions(Path file) throws IOException {
    try (InputStream in = plain(Files.newInputStream(file))) {
      byte[] magic = in.readNBytes(4);
      boolean idx = magic.length == 4 && magic[0] == 0 && magic[1] == 0 && magic[2] == UINT8;
      return idx ? magic[3] : 0;
    } catch (ZipException | EOFException e) {
      return 0; // begins as gzip does and goes on otherwise
    }
  }

  private static InputStream plain(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  private static int[] header(String name, DataInputStream in, int wanted) throws IOException {
    int magic = in.readInt();
    if (magic != (UINT8 << 8 | wanted)) {
      throw new BadInput(
          "%s is no IDX file of unsigned bytes in %d dimensions: it begins with %08x instead of %08x"
              .formatted(name, wanted, magic, UINT8 << 8 | wanted));
    }
    int[] dimensions = new int[wanted];
    for (int i = 0; i < wanted; i++) {
      dimensions[i] = in.readInt();
      if (dimensions[i] <= 0) {
        throw new BadInput(name + " holds nothing: a dimension in its header is " + dimensions[i]);
      }
    }
    return dimensions;
  }

  /** N: images, or labels. */
  int count() {
    return dimensions[0];
  }

  /** H, for a file of images. */
  int height() {
    return dimensions[1];
  }

  /** W, for a file of images. */
  int width() {
    return dimensions[2];
  }

  /**
   * The next values.
   *
   * @throws BadInput if the file ends before
   */
  byte[] next(int length) throws IOException {
    try {
      byte[] values = in.readNBytes(length);
      if (values.length < length) {
        throw truncated(null);
      }
      read++;
      return values;
    } catch (EOFException e) {
      throw truncated(e);
    } catch (ZipException e) {
      throw new BadInput(name + " is damaged: " + e.getMessage() + "; get it anew", e);
    }
  }

  private BadInput truncated(Throwable cause) {
    String message = "%s is truncated: its header says %d, and it ends after %d";
    return new BadInput(message.formatted(name, count(), read), cause);
  }

  /**
   * @throws BadInput if there are values left, for then the header does not describe the file
   */
  void requireEnd() throws IOException {
    if (in.read() >= 0) {
      throw new BadInput(name + " is longer than its header says; it is damaged or mixed up");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
