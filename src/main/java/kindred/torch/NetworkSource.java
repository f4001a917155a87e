package kindred.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kindred.experiment.Precision;
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
import kindred.model.Network;
import kindred.model.ParameterSpec;
import kindred.model.ParameterSpec.Role;

/**
 * Turns networks into TorchScript methods {@code NAME(self, net, x, views, train)}.
 *
 * <p>{@code net} is the pair of all trained parameters and all running statistics of the program,
 * so that the same method computes with the online weights, their moving average or frozen ones.
 * {@code x} may hold several views one after another; only batch norm tells them apart.
 */
final class NetworkSource {
  /** PyTorch's numbers of number formats and layouts, as its own archives write them. */
  private static final String BFLOAT16 = "15";

  private static final String FLOAT32 = "6";
  private static final String CHANNELS_LAST = "2";

  private final boolean bf16;
  private final StringBuilder source = new StringBuilder();
  private final List<ParameterSpec> trained = new ArrayList<>();
  private final List<ParameterSpec> statistics = new ArrayList<>();
  private boolean normalizes;
  private int blocks;

  /**
   * Writes the networks' methods.
   *
   * @param precision fp32 leaves the number format to the arguments, so float64 works as well
   */
  NetworkSource(List<Network> networks, Precision precision) {
    bf16 = precision == Precision.BF16;
    networks.forEach(this::method);
    if (normalizes) {
      source.append(EACH_VIEW_BY_ITS_OWN_STATISTICS);
    }
  }

  private static final String EACH_VIEW_BY_ITS_OWN_STATISTICS =
      """
        def batch_norm(self, x: Tensor, w: Tensor, b: Tensor, mean: Tensor, var: Tensor, views: int, train: bool) -> Tensor:
          out = annotate(List[Tensor], [])
          for view in torch.chunk(x, views):
            out.append(torch.batch_norm(view, w, b, mean, var, train, 0.1, 1e-05, True))
          return torch.cat(out)
      """;

  String text() {
    return source.toString();
  }

  /** All trained parameters in the order of the program's list, named NETWORK.NAME. */
  List<ParameterSpec> trained() {
    return trained;
  }

  /** All running statistics in the order of the program's list, named NETWORK.NAME. */
  List<ParameterSpec> statistics() {
    return statistics;
  }

  private void method(Network network) {
    source.append(
        String.format(
            Locale.ROOT,
            "  def %s(self, net: Tuple[List[Tensor], List[Tensor]], x: Tensor, views: int, train:"
                + " bool) -> Tensor:%n    w, s = net%n",
            network.name()));
    if (bf16) {
      line("x = torch.to(x, " + BFLOAT16 + ")");
    }
    apply(network.layers(), "x", network.name());
    line("return " + (bf16 ? "torch.to(x, " + FLOAT32 + ")" : "x"));
  }

  /** Writes lines that replace the variable x by what the layers make of it. */
  private void apply(List<Layer> layers, String x, String network) {
    Layer before = null;
    for (Layer layer : layers) {
      if (layer instanceof Residual block) {
        String kept = "kept" + blocks++;
        line(kept + " = " + x);
        apply(block.branch(), x, network);
        apply(block.shortcut(), kept, network);
        line(x + " = torch.relu_(torch.add(" + x + ", " + kept + "))");
        before = layer;
        continue;
      }
      boolean inPlace = layer instanceof Relu && keepsNothing(before);
      line(x + " = " + (inPlace ? "torch.relu_(" + x + ")" : expression(layer, x)));
      before = layer;
      for (ParameterSpec spec : layer.parameters()) {
        (spec.role() == Role.TRAINED ? trained : statistics).add(spec.within(network));
      }
    }
  }

  /** Whether a layer's result is a tensor of its own that its gradient does not read. */
  private static boolean keepsNothing(Layer layer) {
    return layer instanceof Conv2d
        || layer instanceof ConvTranspose2d
        || layer instanceof Linear
        || layer instanceof BatchNorm;
  }

  private void line(String text) {
    source.append("    ").append(text).append('\n');
  }

  private String expression(Layer layer, String x) {
    int w = trained.size();
    int s = statistics.size();
    if (layer instanceof Conv2d conv) {
      // oneDNN's gradient of the input reads memory it never wrote unless the output channels fill
      // its blocks, so channels of zeros are computed as well and left out.
      int block = bf16 ? 2 : 16;
      int lacking = (block - conv.out() % block) % block;
      String result =
          String.format(
              Locale.ROOT,
              "torch.conv2d(%s, %s, %s, [%4$d, %4$d], [%5$d, %5$d], [1, 1], 1)",
              x,
              padded(weight(w, true), 4, lacking),
              conv.biased() ? padded(weight(w + 1, false), 1, lacking) : "None",
              conv.stride(),
              conv.padding());
      return lacking == 0 ? result : "torch.slice(" + result + ", 1, 0, " + conv.out() + ")";
    } else if (layer instanceof ConvTranspose2d conv) {
      // The bias is added apart, as oneDNN's gradient of it takes as long as that of the weights.
      return String.format(
          Locale.ROOT,
          "torch.add_(torch.conv_transpose2d(%s, %s, None, [%4$d, %4$d], [%5$d, %5$d], [0, 0], 1,"
              + " [1, 1]), torch.view(%3$s, [1, -1, 1, 1]))",
          x,
          weight(w, true),
          weight(w + 1, false),
          conv.stride(),
          conv.padding());
    } else if (layer instanceof Linear) {
      return "torch.linear(" + x + ", " + weight(w, false) + ", " + weight(w + 1, false) + ")";
    } else if (layer instanceof BatchNorm) {
      normalizes = true;
      return String.format(
          Locale.ROOT,
          "self.batch_norm(%s, w[%d], w[%d], s[%d], s[%d], views, train)",
          x,
          w,
          w + 1,
          s,
          s + 1);
    } else if (layer instanceof Relu) {
      return "torch.relu(" + x + ")";
    } else if (layer instanceof MaxPool pool) {
      return String.format(
          Locale.ROOT,
          "torch.max_pool2d(%s, [%2$d, %2$d], [%3$d, %3$d], [%4$d, %4$d], [1, 1], False)",
          x,
          pool.kernel(),
          pool.stride(),
          pool.padding());
    } else if (layer instanceof GlobalAvgPool) {
      return "torch.adaptive_avg_pool2d(" + x + ", [1, 1])";
    } else if (layer instanceof Flatten) {
      return "torch.flatten(" + x + ", 1)";
    } else if (layer instanceof Unflatten to) {
      String shaped =
          String.format(
              Locale.ROOT,
              "torch.view(%s, [-1, %d, %d, %d])",
              x,
              to.channels(),
              to.size(),
              to.size());
      return bf16 ? channelsLast(shaped) : shaped;
    }
    throw new IllegalArgumentException("no source for " + layer);
  }

  /** With so many planes of zeros added at the end of the first dimension. */
  private static String padded(String tensor, int dimensions, int planes) {
    return planes == 0
        ? tensor
        : String.format(
            Locale.ROOT,
            "torch.constant_pad_nd(%s, [%s0, %d], 0)",
            tensor,
            "0, 0, ".repeat(dimensions - 1),
            planes);
  }

  private String weight(int index, boolean image) {
    String parameter = "w[" + index + "]";
    if (!bf16) {
      return parameter;
    }
    String layout = image ? ", False, False, " + CHANNELS_LAST : "";
    return "torch.to(" + parameter + ", " + BFLOAT16 + layout + ")";
  }

  static String channelsLast(String tensor) {
    return "torch.contiguous(" + tensor + ", memory_format=" + CHANNELS_LAST + ")";
  }
}
