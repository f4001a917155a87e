package kindred.array;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.experiment.BadInput;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;

/**
 * What numpy's own pickles of arrays and scalars are made of, as numpy documents and writes them;
 * the only names that {@link SafeUnpickler} knows.
 */
final class NumpyParts {
  /** Numpy 2 renamed its inner package; both names occur. */
  private static final String[] CORES = {"numpy.core.", "numpy._core."};

  static final Map<String, IObjectConstructor> ALLOWED = allowed();

  private NumpyParts() {}

  /** Something that is made first and gets its state later. */
  interface Stateful {
    /**
     * Sets the state.
     *
     * @param what the file, for the message
     * @throws BadInput if it is no state of numbers
     */
    void set(Object[] state, String what);
  }

  /** An array; null until its state is set. */
  static final class Ndarray implements Stateful {
    private NamedArray array;

    NamedArray array() {
      if (array == null) {
        throw new PickleException("an array without its numbers");
      }
      return array;
    }

    /** State: version, shape, type, whether columns go first, bytes. */
    @Override
    public void set(Object[] state, String what) {
      if (!(state[2] instanceof Dtype type) || !(state[4] instanceof byte[] bytes)) {
        throw new BadInput(what + " holds an array of objects; only numbers are read");
      }
      array = numbers(bytes, type, (Object[]) state[1], Boolean.TRUE.equals(state[3]), what);
    }
  }

  /** A type of elements, such as {@code f4}; its byte order comes with the state. */
  static final class Dtype implements Stateful {
    private final String code;
    private String order = "|";

    private Dtype(String code) {
      this.code = code;
    }

    /** State: version, byte order, and five more that numbers do not use. */
    @Override
    public void set(Object[] state, String what) {
      if (state[2] != null || state[3] != null) {
        throw new BadInput(what + " holds an array of records; only numbers are read");
      }
      order = (String) state[1];
    }

    private NamedArray.Type type(String what) {
      return Npy.type(order + code, what);
    }
  }

  private static NamedArray numbers(
      byte[] bytes, Dtype type, Object[] sizes, boolean columnsFirst, String what) {
    long[] shape = Arrays.stream(sizes).mapToLong(size -> ((Number) size).longValue()).toArray();
    NamedArray array = new NamedArray(type.type(what), shape, ByteBuffer.wrap(bytes));
    return columnsFirst && shape.length > 1 ? Npy.transposed(array, what) : array;
  }

  private static Map<String, IObjectConstructor> allowed() {
    Map<String, IObjectConstructor> parts = new LinkedHashMap<>();
    parts.put("numpy.ndarray", NumpyParts::notAlone);
    parts.put("numpy.dtype", arguments -> new Dtype((String) arguments[0]));
    parts.put("_codecs.encode", NumpyParts::bytes);
    for (String core : CORES) {
      parts.put(core + "multiarray._reconstruct", arguments -> new Ndarray());
      parts.put(core + "multiarray.scalar", NumpyParts::scalar);
      parts.put(core + "numeric._frombuffer", NumpyParts::fromBuffer);
    }
    return Map.copyOf(parts);
  }

  /** {@code numpy.ndarray} stands only as an argument of {@code _reconstruct}. */
  private static Object notAlone(Object[] arguments) {
    throw new PickleException("an array made in an unusual way");
  }

  /** How protocols before 3 write bytes: text of characters up to 255, encoded in latin1. */
  private static Object bytes(Object[] arguments) {
    return ((String) arguments[0]).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Arguments: type, bytes. */
  private static Object scalar(Object[] arguments) {
    NamedArray number =
        numbers((byte[]) arguments[1], (Dtype) arguments[0], new Object[0], false, "a scalar");
    double value = number.get(0);
    // Written so that an integer stays one, since it may be a dict's key.
    return switch (number.type()) {
      case FLOAT32, FLOAT64 -> (Object) value;
      default -> (Object) (long) value;
    };
  }

  /** Arguments: bytes, type, shape, {@code C} or {@code F}. */
  private static Object fromBuffer(Object[] arguments) {
    Ndarray made = new Ndarray();
    made.array =
        numbers(
            (byte[]) arguments[0],
            (Dtype) arguments[1],
            (Object[]) arguments[2],
            "F".equals(arguments[3]),
            "an array");
    return made;
  }
}
