package kindred.array;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/**
 * Numpy's {@code .npy} format, versions 1 to 3. Objects are never read, since reading them would
 * run code.
 */
public final class Npy {
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /** The file's bytes. */
  public static byte[] encode(NamedArray array) {
    String shape =
        Arrays.stream(array.shape())
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", ", "(", array.shape().length == 1 ? ",)" : ")"));
    String header =
        "{'descr': '" + array.type().numpy() + "', 'fortran_order': False, 'shape': " + shape + "}";
    int fixed = NpyHeader.MAGIC.length + 4;
    int padded = (fixed + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NpyHeader.MAGIC);
    out.write(1);
    out.write(0);
    int length = padded - fixed;
    out.write(length & 0xff);
    out.write(length >> 8);
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(" ".repeat(length - header.length() - 1).getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
    out.writeBytes(array.toBytes());
    return out.toByteArray();
  }

  /**
   * Reads a file's bytes.
   *
   * @param what the file, for the message
   * @throws BadInput if they are no array of numbers
   */
  public static NamedArray decode(byte[] bytes, String what) {
    NpyHeader header = header(bytes, what);
    int start = header.bytes();
    NamedArray.Type type = type(header.descr(), what);
    long[] shape = header.shape();
    long expected = elements(shape, what) * type.bytes();
    if (bytes.length - start != expected) {
      throw new BadInput(
          what + " has " + (bytes.length - start) + " bytes of numbers instead of " + expected);
    }
    ByteBuffer data = ByteBuffer.wrap(bytes).slice(start, (int) expected);
    NamedArray array = new NamedArray(type, shape, data);
    return header.columnsFirst() && shape.length > 1 ? transposed(array, what) : array;
  }

  private static NpyHeader header(byte[] bytes, String what) {
    try {
      return NpyHeader.read(new ByteArrayInputStream(bytes), what);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has none
    }
  }

  private static long elements(long[] shape, String what) {
    try {
      return NamedArray.elements(shape);
    } catch (BadInput e) {
      throw new BadInput(what + ": " + e.getMessage(), e);
    }
  }

  static NamedArray.Type type(String descr, String what) {
    String little = descr.startsWith("=") ? "<" + descr.substring(1) : descr;
    for (NamedArray.Type type : NamedArray.Type.values()) {
      if (type.numpy().equals(little)) {
        return type;
      }
    }
    throw new BadInput(
        what
            + " holds elements of type '"
            + descr
            + "'; known are float32, float64, int32, int64, uint8 and bool, little-endian");
  }

  /** Columns first to rows first. */
  static NamedArray transposed(NamedArray array, String what) {
    if (array.shape().length != 2) {
      throw new BadInput(what + " is in Fortran order with more than two dimensions");
    }
    int rows = (int) array.shape()[0];
    int columns = (int) array.shape()[1];
    int size = array.type().bytes();
    byte[] from = array.toBytes();
    byte[] to = new byte[from.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        System.arraycopy(from, (c * rows + r) * size, to, (r * columns + c) * size, size);
      }
    }
    return new NamedArray(array.type(), array.shape(), ByteBuffer.wrap(to));
  }
}
