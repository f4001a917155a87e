package kindred.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import kindred.experiment.BadInput;

/**
 * An array of numbers as files hold it: little-endian, last dimension fastest. At most 2 GiB.
 *
 * @param type of an element
 * @param shape its dimensions; empty for a single number
 * @param data all elements; never changed
 */
public record NamedArray(Type type, long[] shape, ByteBuffer data) {
  /** Element types, with their names in numpy and in safetensors. */
  public enum Type {
    FLOAT32("<f4", "F32", 4),
    FLOAT64("<f8", "F64", 8),
    INT32("<i4", "I32", 4),
    INT64("<i8", "I64", 8),
    UINT8("|u1", "U8", 1),
    BOOL("|b1", "BOOL", 1);

    private final String numpy;
    private final String safetensors;
    private final int bytes;

    Type(String numpy, String safetensors, int bytes) {
      this.numpy = numpy;
      this.safetensors = safetensors;
      this.bytes = bytes;
    }

    String numpy() {
      return numpy;
    }

    String safetensors() {
      return safetensors;
    }

    /** Size of an element. */
    public int bytes() {
      return bytes;
    }
  }

  /**
   * Checks that data and shape agree.
   *
   * @throws BadInput if they do not
   */
  public NamedArray {
    data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (elements(shape) * type.bytes() != data.capacity()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "an array of shape %s needs %d bytes, not %d",
              Arrays.toString(shape),
              elements(shape) * type.bytes(),
              data.capacity()));
    }
  }

  /**
   * The number of elements of a shape.
   *
   * @throws BadInput if a dimension is negative or the product is absurd
   */
  static long elements(long[] shape) {
    long product = 1;
    for (long dimension : shape) {
      if (dimension < 0 || (dimension > 0 && product > Integer.MAX_VALUE / dimension)) {
        throw new BadInput("an array of shape " + Arrays.toString(shape) + " is larger than 2 GiB");
      }
      product *= dimension;
    }
    return product;
  }

  private static ByteBuffer allocate(long length, Type type) {
    return ByteBuffer.allocate(Math.toIntExact(Math.multiplyExact(length, (long) type.bytes())))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  public static NamedArray floats(float[] values, long... shape) {
    ByteBuffer data = allocate(values.length, Type.FLOAT32);
    data.asFloatBuffer().put(values);
    return new NamedArray(Type.FLOAT32, shape, data);
  }

  public static NamedArray ints(int[] values, long... shape) {
    ByteBuffer data = allocate(values.length, Type.INT32);
    data.asIntBuffer().put(values);
    return new NamedArray(Type.INT32, shape, data);
  }

  /** Unsigned bytes. */
  public static NamedArray bytes(byte[] values, long... shape) {
    return new NamedArray(Type.UINT8, shape, ByteBuffer.wrap(values));
  }

  /** The number of elements. */
  public int size() {
    return data.capacity() / type.bytes();
  }

  /** Element i as a number, whatever the type. */
  public double get(int i) {
    return switch (type) {
      case FLOAT32 -> data.getFloat(4 * i);
      case FLOAT64 -> data.getDouble(8 * i);
      case INT32 -> data.getInt(4 * i);
      case INT64 -> data.getLong(8 * i);
      case UINT8, BOOL -> data.get(i) & 0xff;
    };
  }

  /** Whether no element is NaN or infinite. */
  public boolean isFinite() {
    if (type != Type.FLOAT32 && type != Type.FLOAT64) {
      return true;
    }
    for (int i = 0; i < size(); i++) {
      if (!Double.isFinite(get(i))) {
        return false;
      }
    }
    return true;
  }

  /** All elements as float32, rounded if they have more digits. */
  public float[] toFloats() {
    float[] values = new float[size()];
    if (type == Type.FLOAT32) {
      data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) get(i);
      }
    }
    return values;
  }

  /**
   * All elements as int32.
   *
   * @throws BadInput if one is no whole number in that range
   */
  public int[] toInts() {
    int[] values = new int[size()];
    if (type == Type.INT32) {
      data.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      double value = get(i);
      values[i] = (int) value;
      if (values[i] != value) {
        throw new BadInput("element " + i + " is " + value + ", which is no 32-bit whole number");
      }
    }
    return values;
  }

  /** The first entries of the first dimension, without copying. */
  public NamedArray firstRows(int rows) {
    long[] some = shape.clone();
    some[0] = rows;
    int length = Math.toIntExact(elements(some) * type.bytes());
    return new NamedArray(type, some, data.slice(0, length));
  }

  /** All elements as they stand in memory. */
  public byte[] toBytes() {
    byte[] bytes = new byte[data.capacity()];
    data.duplicate().get(0, bytes);
    return bytes;
  }
}
