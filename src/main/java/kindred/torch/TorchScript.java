package kindred.torch;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kindred.array.AtomicFile;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.experiment.Precision;
import kindred.model.Network;
import kindred.model.ParameterSpec;

/**
 * Writes a trained network as one TorchScript file with its weights inside, which {@code
 * torch.jit.load} opens without this program. The file's module computes in fp32, in evaluation
 * mode unless it is told {@code train()}; its parameters have the network's own names with
 * underscores for dots. Needs no engine.
 */
public final class TorchScript {
  private static final String ENCODE =
      """
        def forward(self, pixels: Tensor) -> Tensor:
      %s    x = torch.addcmul(self.shift, torch.to(pixels, 6), self.scale)
          return self.%s((p, s), x, 1, self.training)
      """;

  private static final String DECODE =
      """
        def forward(self, vectors: Tensor) -> Tensor:
      %s    x = self.%s((p, s), vectors, 1, self.training)
          return torch.clamp((x - self.shift) / self.scale, 0, 255)
      """;

  private TorchScript() {}

  /**
   * Writes an encoder. Its {@code forward} takes N×C×S×S pixels of 0 to 255, of any type of number,
   * normalizes them by the image format and returns N×D representations.
   *
   * @param weights by the network's own parameter names
   * @throws BadInput if a tensor is missing or has another shape
   */
  public static void writeEncoder(
      Path file, Network network, ImageFormat format, Map<String, NamedArray> weights) {
    write(file, network, format, weights, ENCODE);
  }

  /**
   * Writes a decoder. Its {@code forward} takes N×D float vectors and returns N×C×S×S pixels as
   * floats of 0 to 255.
   *
   * @param weights by the network's own parameter names
   * @throws BadInput if a tensor is missing or has another shape
   */
  public static void writeDecoder(
      Path file, Network network, ImageFormat format, Map<String, NamedArray> weights) {
    write(file, network, format, weights, DECODE);
  }

  private static void write(
      Path file,
      Network network,
      ImageFormat format,
      Map<String, NamedArray> weights,
      String forward) {
    NetworkSource source = new NetworkSource(List.of(network), Precision.FP32);
    Map<String, NamedArray> tensors = new LinkedHashMap<>();
    List<String> parameters = attributes(network, source.trained(), weights, tensors);
    List<String> statistics = attributes(network, source.statistics(), weights, tensors);
    List<String> buffers = new ArrayList<>(statistics);
    buffers.addAll(List.of("scale", "shift"));
    tensors.put("scale", NamedArray.floats(format.scale(), 1, format.channels(), 1, 1));
    tensors.put("shift", NamedArray.floats(format.shift(), 1, format.channels(), 1, 1));
    String lists = list("p", parameters) + list("s", statistics);
    String program =
        "class Program(Module):\n"
            + ("  __parameters__ = [" + quoted(parameters) + "]\n")
            + ("  __buffers__ = [" + quoted(buffers) + "]\n")
            + "  training : bool\n"
            + tensors.keySet().stream()
                .map(name -> "  " + name + " : Tensor\n")
                .collect(Collectors.joining())
            + source.text()
            + forward.formatted(lists, network.name());
    AtomicFile.write(
        file,
        channel -> {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
          Archive.write(out, program, false, tensors);
          out.flush();
        });
  }

  /** Adds the tensors of some parameters under the names that they have in Python. */
  private static List<String> attributes(
      Network network,
      List<ParameterSpec> specs,
      Map<String, NamedArray> weights,
      Map<String, NamedArray> tensors) {
    List<String> names = new ArrayList<>();
    for (ParameterSpec spec : specs) {
      String own = spec.name().substring(network.name().length() + 1);
      NamedArray weight = weights.get(own);
      if (weight == null || !Arrays.equals(weight.shape(), spec.shape())) {
        throw new BadInput(
            "tensor "
                + own
                + " is missing or has another shape than the "
                + network.name()
                + " needs, "
                + Arrays.toString(spec.shape()));
      }
      String attribute = own.replace('.', '_');
      names.add(attribute);
      tensors.put(attribute, weight);
    }
    return names;
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\", ").collect(Collectors.joining());
  }

  private static String list(String name, List<String> attributes) {
    return "    "
        + name
        + " = "
        + (attributes.isEmpty()
            ? "annotate(List[Tensor], [])"
            : attributes.stream()
                .map(attribute -> "self." + attribute)
                .collect(Collectors.joining(", ", "[", "]")))
        + "\n";
  }
}
