package kindred.array;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/**
 * Numpy's {@code .npy} format, versions 1 to 3. Objects are never read, since reading them would
 * run code; nor is the header evaluated.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([\\d,\\s]*)\\),?\\s*\\}\\s*");

  private Npy() {}

  /** The file's bytes. */
  public static byte[] encode(NamedArray array) {
    String shape =
        Arrays.stream(array.shape())
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", ", "(", array.shape().length == 1 ? ",)" : ")"));
    String header =
        "{'descr': '" + array.type().numpy() + "', 'fortran_order': False, 'shape': " + shape + "}";
    int fixed = MAGIC.length + 4;
    int padded = (fixed + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
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
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 12 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new BadInput(what + " is no numpy array");
    }
    int version = bytes[6];
    long length = version == 1 ? in.getShort(8) & 0xffff : in.getInt(8) & 0xffffffffL;
    int from = version == 1 ? 10 : 12;
    if (version < 1 || version > 3 || length > bytes.length - from) {
      throw new BadInput(what + " is no complete numpy array");
    }
    int start = from + (int) length;
    String header = new String(bytes, from, (int) length, StandardCharsets.UTF_8);
    Matcher fields = HEADER.matcher(header);
    if (!fields.matches()) {
      throw new BadInput(what + " has a header that describes no array: " + header.strip());
    }
    NamedArray.Type type = type(fields.group(1), what);
    long[] shape = shape(fields.group(3), what);
    long expected = elements(shape, what) * type.bytes();
    if (bytes.length - start != expected) {
      throw new BadInput(
          what + " has " + (bytes.length - start) + " bytes of numbers instead of " + expected);
    }
    ByteBuffer data = in.slice(start, (int) expected);
    NamedArray array = new NamedArray(type, shape, data);
    return fields.group(2).equals("True") && shape.length > 1 ? transposed(array, what) : array;
  }

  private static long[] shape(String text, String what) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(dimension -> !dimension.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (NumberFormatException e) {
      throw new BadInput(what + " has the impossible shape (" + text + ")", e);
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
