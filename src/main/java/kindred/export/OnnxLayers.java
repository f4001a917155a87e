package kindred.export;

import static kindred.export.OnnxGraph.fraction;
import static kindred.export.OnnxGraph.number;
import static kindred.export.OnnxGraph.repeated;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.model.Layer;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.ConvTranspose2d;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.GlobalAvgPool;
import kindred.model.Layer.Linear;
import kindred.model.Layer.MaxPool;
import kindred.model.Layer.Relu;
import kindred.model.Layer.Residual;
import kindred.model.Layer.Unflatten;
import kindred.model.ParameterSpec;

/** Turns a network's layers into nodes of an ONNX graph, in evaluation mode. */
final class OnnxLayers {
  private final OnnxGraph graph;
  private final Map<String, NamedArray> weights;
  private final String prefix;

  /**
   * Of one network.
   *
   * @param weights by their names in the file, which begin with the prefix
   */
  OnnxLayers(OnnxGraph graph, Map<String, NamedArray> weights, String prefix) {
    this.graph = graph;
    this.weights = weights;
    this.prefix = prefix;
  }

  /**
   * Adds layers.
   *
   * @param x the name of what the first one takes
   * @return the name of what the last one gives
   * @throws BadInput if a tensor is missing or has another shape
   */
  String apply(List<Layer> layers, String x) {
    String result = x;
    for (Layer layer : layers) {
      result =
          layer instanceof Residual block
              ? graph.node(
                  "Relu",
                  List.of(
                      graph.node(
                          "Add",
                          List.of(apply(block.branch(), result), apply(block.shortcut(), result)))))
              : node(layer, result);
    }
    return result;
  }

  private String node(Layer layer, String x) {
    if (layer instanceof Conv2d conv) {
      return sliding("Conv", layer, x, conv.kernel(), conv.stride(), conv.padding());
    } else if (layer instanceof ConvTranspose2d conv) {
      return sliding("ConvTranspose", layer, x, conv.kernel(), conv.stride(), conv.padding());
    } else if (layer instanceof MaxPool pool) {
      return sliding("MaxPool", layer, x, pool.kernel(), pool.stride(), pool.padding());
    } else if (layer instanceof Linear) {
      return add("Gemm", layer, x, number("transB", 1));
    } else if (layer instanceof BatchNorm) {
      return add("BatchNormalization", layer, x, fraction("epsilon", 1e-5f));
    } else if (layer instanceof Relu) {
      return add("Relu", layer, x);
    } else if (layer instanceof GlobalAvgPool) {
      return add("GlobalAveragePool", layer, x);
    } else if (layer instanceof Flatten) {
      return add("Flatten", layer, x, number("axis", 1));
    } else if (layer instanceof Unflatten to) {
      String shape =
          graph.numbers(prefix + "unflatten.shape", 0, to.channels(), to.size(), to.size());
      return graph.node("Reshape", List.of(x, shape));
    }
    throw new IllegalArgumentException("no ONNX operation for " + layer);
  }

  /** A square window that moves over the image. */
  private String sliding(
      String operation, Layer layer, String x, int kernel, int stride, int padding) {
    return add(
        operation,
        layer,
        x,
        repeated("kernel_shape", kernel, 2),
        repeated("strides", stride, 2),
        repeated("pads", padding, 4));
  }

  /** A node that takes x, then the layer's tensors, which PyTorch lists in ONNX's order. */
  private String add(String operation, Layer layer, String x, AttributeProto... attributes) {
    List<String> inputs = new ArrayList<>(List.of(x));
    for (ParameterSpec spec : layer.parameters()) {
      String name = prefix + spec.name();
      NamedArray weight = weights.get(name);
      if (weight == null || !Arrays.equals(weight.shape(), spec.shape())) {
        throw new BadInput(
            "tensor "
                + name
                + " is missing or has another shape than the network needs, "
                + Arrays.toString(spec.shape()));
      }
      inputs.add(graph.tensor(name, weight));
    }
    return graph.node(operation, inputs, attributes);
  }
}
