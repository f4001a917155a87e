package kindred.array;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.experiment.BadInput;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads a Python pickle of protocols 0 to 5 that holds nothing but numbers, strings, bytes, lists,
 * tuples, dicts and numpy's arrays of numbers. A pickle is a program that may name any class; of
 * those only the ones in {@link NumpyParts} are known here, and anything else is refused by its
 * name. Nothing of Python's is ever run.
 *
 * <p>Results: {@link Map} in Python's order, {@link List}, {@code Object[]} for a tuple, {@link
 * Number}, {@link Boolean}, {@link String}, {@code byte[]}, {@code null}, and {@link NamedArray}
 * inside a {@link NumpyParts.Ndarray}.
 */
final class SafeUnpickler extends Unpickler {
  private static final short GLOBAL = 'c';
  private static final short STACK_GLOBAL = 0x93;
  private static final short EMPTY_DICT = '}';
  private static final short DICT = 'd';
  private static final short SET_ITEMS = 'u';
  private static final short BUILD = 'b';

  private final String what;

  private SafeUnpickler(String what) {
    this.what = what;
  }

  /**
   * Reads a whole pickle.
   *
   * @param what the file, for the message
   * @throws BadInput if it names a class that is not allowed, or is damaged
   */
  static Object read(byte[] pickle, String what) {
    try {
      return new SafeUnpickler(what).load(new ByteArrayInputStream(pickle));
    } catch (BadInput e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library meets a damaged pickle with whatever its stack happens to throw.
      throw new BadInput(what + " is no pickle or damaged: " + e.getMessage(), e);
    }
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    requireRest(opcode);
    switch (opcode) {
      case GLOBAL -> {
        String module = PickleUtils.readline(input);
        stack.add(known(module, PickleUtils.readline(input)));
      }
      case STACK_GLOBAL -> {
        Object name = stack.pop();
        stack.add(known(stack.pop(), name));
      }
      case EMPTY_DICT -> stack.add(new LinkedHashMap<>());
      case DICT -> {
        Map<Object, Object> dict = new LinkedHashMap<>();
        putAll(dict, stack.pop_all_since_marker());
        stack.add(dict);
      }
      case SET_ITEMS -> {
        List<Object> items = stack.pop_all_since_marker();
        putAll(dict(stack.peek()), items);
      }
      case BUILD -> {
        Object state = stack.pop();
        build(stack.peek(), state);
      }
      case 'i', 'o', 'P', 'Q', 0x81, 0x82, 0x83, 0x84, 0x92 ->
          throw new BadInput(what + " holds objects of its own classes" + WAY_OUT);
      default -> {
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  private static final String WAY_OUT =
      "; nothing of it was run. Save the vectors with numpy.save, or as a plain list or dict";

  private IObjectConstructor known(Object module, Object name) {
    IObjectConstructor part = NumpyParts.ALLOWED.get(module + "." + name);
    if (part == null) {
      throw new BadInput(
          what + " asks for " + module + "." + name + ", which vectors do not need" + WAY_OUT);
    }
    return part;
  }

  private void build(Object target, Object state) {
    if (!(target instanceof NumpyParts.Stateful part) || !(state instanceof Object[] values)) {
      throw new BadInput(what + " holds objects of its own classes" + WAY_OUT);
    }
    part.set(values, what);
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> dict(Object object) {
    return (Map<Object, Object>) object;
  }

  private static void putAll(Map<Object, Object> dict, List<Object> items) {
    if (items.size() % 2 != 0) {
      throw new PickleException("a key without its value");
    }
    for (int i = 0; i < items.size(); i += 2) {
      dict.put(items.get(i), items.get(i + 1));
    }
  }

  /** A length beyond the file's end would make the library ask for that much memory. */
  private void requireRest(short opcode) throws IOException {
    int bytes =
        switch (opcode) {
          case 'X', 'T', 'B', 0x8b -> 4;
          case 0x8d, 0x8e, 0x96 -> 8;
          default -> 0;
        };
    if (bytes == 0) {
      return;
    }
    input.mark(bytes);
    byte[] length = new byte[8];
    int read = input.readNBytes(length, 0, bytes);
    long rest = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (read < bytes || rest < 0 || rest > input.available()) {
      throw new PickleException("it is cut off");
    }
    input.reset();
  }
}
