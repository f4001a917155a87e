package kindred.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kindred.array.NamedArray;

/**
 * The protocol-2 pickle of a {@code __torch__.Program}: its mode, and its tensors as PyTorch's own
 * archives write them, each a view of the whole of the storage that has its number.
 */
final class ObjectPickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ObjectPickle() {}

  /**
   * The bytes.
   *
   * @param tensors in the order of their storages
   */
  static byte[] of(boolean training, Map<String, NamedArray> tensors) {
    ObjectPickle pickle = new ObjectPickle();
    pickle.code(0x80, 2);
    pickle.global("__torch__", "Program");
    pickle.code(')', 0x81, '}', '('); // an object without arguments, then a dict to be filled
    pickle.text("training");
    pickle.code(training ? 0x88 : 0x89);
    int key = 0;
    for (Map.Entry<String, NamedArray> tensor : tensors.entrySet()) {
      pickle.text(tensor.getKey());
      pickle.tensor(Integer.toString(key++), tensor.getValue());
    }
    pickle.code('u', 'b', '.');
    return pickle.out.toByteArray();
  }

  private void tensor(String key, NamedArray tensor) {
    if (tensor.type() != NamedArray.Type.FLOAT32) {
      throw new IllegalArgumentException("a tensor of " + tensor.type());
    }
    global("torch._utils", "_rebuild_tensor_v2");
    code('(', '(');
    text("storage");
    global("torch", "FloatStorage");
    text(key);
    text("cpu");
    number(tensor.size());
    code('t', 'Q');
    number(0);
    tuple(tensor.shape());
    tuple(strides(tensor.shape()));
    code(0x89); // needs no gradient, so that its output turns into numpy as it is
    global("collections", "OrderedDict");
    code(')', 'R', 't', 'R');
  }

  private static long[] strides(long[] shape) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= shape[i];
    }
    return strides;
  }

  private void tuple(long[] numbers) {
    code('(');
    for (long number : numbers) {
      number(Math.toIntExact(number));
    }
    code('t');
  }

  private void number(int value) {
    code('J');
    out.writeBytes(littleEndian(value));
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    code('X');
    out.writeBytes(littleEndian(bytes.length));
    out.writeBytes(bytes);
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private void global(String module, String name) {
    out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void code(int... codes) {
    for (int code : codes) {
      out.write(code);
    }
  }
}
