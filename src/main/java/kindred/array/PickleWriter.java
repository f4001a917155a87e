package kindred.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes vectors as the pickle (protocol 3) of a dict from image number to numpy array of float32,
 * which {@code pickle.load} of Python 3 reads where numpy is installed.
 */
final class PickleWriter {
  /** What every array shares is pushed once, remembered under these numbers, and popped. */
  private static final int RECONSTRUCT = 0;

  private static final int NDARRAY = 1;
  private static final int EMPTY_SHAPE = 2;
  private static final int BYTE_TYPE = 3;
  private static final int FLOAT32 = 4;
  private static final int SHAPE = 5;

  private final OutputStream out;

  private PickleWriter(OutputStream out) {
    this.out = out;
  }

  /** Replaces the file. */
  static void write(Path file, Vectors vectors) {
    AtomicFile.write(
        file,
        channel -> {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
          new PickleWriter(out).dict(vectors);
          out.flush();
        });
  }

  private void dict(Vectors vectors) throws IOException {
    bytes(0x80, 3);
    shared(vectors.dimension());
    bytes('}');
    bytes('(');
    for (int row = 0; row < vectors.count(); row++) {
      integer(vectors.imageOf(row));
      array(vectors, row);
    }
    bytes('u', '.');
  }

  private void shared(int dimension) throws IOException {
    global("numpy.core.multiarray", "_reconstruct");
    remember(RECONSTRUCT);
    global("numpy", "ndarray");
    remember(NDARRAY);
    bytes('K', 0, 0x85);
    remember(EMPTY_SHAPE);
    bytes('C', 1, 'b');
    remember(BYTE_TYPE);
    global("numpy", "dtype");
    text("f4");
    bytes(0x89, 0x88, 0x87, 'R', '(', 'K', 3);
    text("<");
    bytes('N', 'N', 'N');
    integer(-1);
    integer(-1);
    bytes('K', 0, 't', 'b');
    remember(FLOAT32);
    integer(dimension);
    bytes(0x85);
    remember(SHAPE);
  }

  /** {@code _reconstruct(ndarray, (0,), b'b')}, then its state (1, shape, type, False, bytes). */
  private void array(Vectors vectors, int row) throws IOException {
    recall(RECONSTRUCT);
    recall(NDARRAY);
    recall(EMPTY_SHAPE);
    recall(BYTE_TYPE);
    bytes(0x87, 'R', '(', 'K', 1);
    recall(SHAPE);
    recall(FLOAT32);
    bytes(0x89, 'B');
    int d = vectors.dimension();
    ByteBuffer numbers = ByteBuffer.allocate(4 + 4 * d).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putInt(4 * d);
    for (int j = row * d; j < (row + 1) * d; j++) {
      numbers.putFloat(vectors.values()[j]);
    }
    out.write(numbers.array());
    bytes('t', 'b');
  }

  private void global(String module, String name) throws IOException {
    out.write(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void text(String ascii) throws IOException {
    bytes('X', ascii.length(), 0, 0, 0);
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private void integer(int value) throws IOException {
    bytes('J', value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff, value >> 24 & 0xff);
  }

  private void remember(int number) throws IOException {
    bytes('q', number, '0');
  }

  private void recall(int number) throws IOException {
    bytes('h', number);
  }

  private void bytes(int... values) throws IOException {
    for (int value : values) {
      out.write(value);
    }
  }
}
