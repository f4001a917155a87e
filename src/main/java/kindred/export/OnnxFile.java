package kindred.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.model.Network;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;

/**
 * Writes trained networks as an ONNX model (operator set 17) with its weights inside. The batch may
 * have any size.
 */
final class OnnxFile {
  /** Written since 2022, so that whatever is in use reads it. */
  private static final int OPERATORS = 17;

  private static final int IR = 8;

  private OnnxFile() {}

  /**
   * The bytes of a model. With {@link ModelNotes#pixels} images are N×C×S×S uint8 where it takes
   * them and float32 of 0 to 255 where it gives them; else both are normalized float32.
   *
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  static byte[] of(Chain chain, ModelNotes notes) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR)
            .setProducerName("Kindred")
            .setProducerVersion(notes.kindred())
            .setDocString(notes.part().title() + " of " + notes.run())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS));
    model.setGraph(graph(chain, notes).build());
    for (Map.Entry<String, String> note : notes.texts().entrySet()) {
      model.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(note.getKey()).setValue(note.getValue()));
    }
    return model.build().toByteArray();
  }

  private static OnnxGraph graph(Chain chain, ModelNotes notes) {
    OnnxGraph graph = new OnnxGraph(notes.part().toString());
    Map<String, NamedArray> weights = chain.weights();
    ImageFormat format = chain.format();
    long[] image = {format.channels(), format.size(), format.size()};
    String input = notes.part().input();
    String x;
    if (!chain.takesImages()) {
      x = graph.input(input, TensorProto.DataType.FLOAT, chain.takes());
    } else if (notes.pixels()) {
      x = normalized(graph, graph.input(input, TensorProto.DataType.UINT8, image), format);
    } else {
      x = graph.input(input, TensorProto.DataType.FLOAT, image);
    }
    for (Network network : chain.networks()) {
      x = new OnnxLayers(graph, weights, chain.prefix(network)).apply(network.layers(), x);
    }
    if (chain.givesImages() && notes.pixels()) {
      x = pixels(graph, x, format);
    }
    long[] shape = chain.givesImages() ? image : new long[] {chain.gives()};
    graph.output(x, notes.part().output(), shape);
    return graph;
  }

  private static String normalized(OnnxGraph graph, String images, ImageFormat format) {
    String floats =
        graph.node(
            "Cast", List.of(images), OnnxGraph.number("to", TensorProto.DataType.FLOAT_VALUE));
    String scaled = graph.node("Mul", List.of(floats, channels(graph, "scale", format.scale())));
    return graph.node("Add", List.of(scaled, channels(graph, "shift", format.shift())));
  }

  private static String pixels(OnnxGraph graph, String x, ImageFormat format) {
    String centered =
        graph.node("Sub", List.of(x, channels(graph, "output.shift", format.shift())));
    String scaled =
        graph.node("Div", List.of(centered, channels(graph, "output.scale", format.scale())));
    String least = graph.tensor("output.least", NamedArray.floats(new float[] {0}));
    String most = graph.tensor("output.most", NamedArray.floats(new float[] {255}));
    return graph.node("Clip", List.of(scaled, least, most));
  }

  private static String channels(OnnxGraph graph, String name, float[] values) {
    return graph.tensor(name, NamedArray.floats(values, 1, values.length, 1, 1));
  }
}
