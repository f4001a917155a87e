package kindred.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import kindred.array.NamedArray;

/** An ONNX graph as it grows: nodes, constant tensors, one input and one output. */
final class OnnxGraph {
  /** The name of the dimension that may have any length. */
  static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Declares the input; its first dimension, the batch, is not among those given. */
  String input(String name, TensorProto.DataType type, long... rest) {
    graph.addInput(value(name, type, rest));
    return name;
  }

  /** Gives a result its final name and declares it as the output, of float32. */
  void output(String result, String name, long... rest) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Identity")
            .setName(name)
            .addInput(result)
            .addOutput(name));
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, rest));
  }

  /** Adds a node and returns the name of its result. */
  String node(String operation, List<String> inputs, AttributeProto... attributes) {
    String name = operation.toLowerCase(java.util.Locale.ROOT) + "_" + graph.getNodeCount();
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operation)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(Arrays.asList(attributes)));
    return name;
  }

  /** Adds a constant of float32. */
  String tensor(String name, NamedArray array) {
    return tensor(
        name, TensorProto.DataType.FLOAT, array.shape(), ByteString.copyFrom(array.toBytes()));
  }

  /** Adds a constant list of int64. */
  String numbers(String name, long... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    return tensor(
        name, TensorProto.DataType.INT64, new long[] {numbers.length}, ByteString.copyFrom(bytes));
  }

  private String tensor(String name, TensorProto.DataType type, long[] shape, ByteString raw) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(raw);
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto fraction(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** The same number several times, as for both directions of an image. */
  static AttributeProto repeated(String name, long value, int times) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (int i = 0; i < times; i++) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, long... rest) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
    for (long dimension : rest) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  GraphProto build() {
    return graph.build();
  }
}
