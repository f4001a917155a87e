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
 * Writes trained networks as one TorchScript file with its weights inside, which {@code
 * torch.jit.load} opens without this program. The file's module computes in fp32, in evaluation
 * mode unless it is told {@code train()}; its parameters have the networks' own names with
 * underscores for dots. Needs no engine.
 */
public final class TorchScript {
  /** The name of the text that tells about the module, for {@code _extra_files}. */
  public static final String NOTES = "kindred.json";

  private static final String FROM_PIXELS =
      "torch.addcmul(self.shift, torch.to(input, 6), self.scale)";
  private static final String TO_PIXELS =
      "    x = torch.clamp((x - self.shift) / self.scale, 0, 255)\n";

  private TorchScript() {}

  /**
   * Writes a chain of networks. Its {@code forward} takes N×C×S×S pixels of 0 to 255, of any type
   * of number, which it normalizes by the image format, or N×D float vectors; and gives N×D
   * vectors, or N×C×S×S pixels as floats of 0 to 255.
   *
   * @param notes text about it, which goes into the file under the name {@value #NOTES}
   * @throws BadInput if a tensor is missing or has another shape
   */
  public static void write(Path file, Chain chain, String notes) {
    NetworkSource source = new NetworkSource(chain.networks(), Precision.FP32);
    Map<String, NamedArray> tensors = new LinkedHashMap<>();
    List<String> parameters = attributes(chain, source.trained(), tensors);
    List<String> statistics = attributes(chain, source.statistics(), tensors);
    List<String> buffers = new ArrayList<>(statistics);
    buffers.addAll(List.of("scale", "shift"));
    ImageFormat format = chain.format();
    tensors.put("scale", NamedArray.floats(format.scale(), 1, format.channels(), 1, 1));
    tensors.put("shift", NamedArray.floats(format.shift(), 1, format.channels(), 1, 1));
    String program =
        "class Program(Module):\n"
            + ("  __parameters__ = [" + quoted(parameters) + "]\n")
            + ("  __buffers__ = [" + quoted(buffers) + "]\n")
            + "  training : bool\n"
            + tensors.keySet().stream()
                .map(name -> "  " + name + " : Tensor\n")
                .collect(Collectors.joining())
            + source.text()
            + forward(chain, list("p", parameters) + list("s", statistics));
    AtomicFile.write(
        file,
        channel -> {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
          Archive.write(out, program, false, tensors, Map.of(NOTES, notes));
          out.flush();
        });
  }

  private static String forward(Chain chain, String lists) {
    StringBuilder text = new StringBuilder("  def forward(self, input: Tensor) -> Tensor:\n");
    text.append(lists);
    text.append("    x = ").append(chain.takesImages() ? FROM_PIXELS : "input").append('\n');
    for (Network network : chain.networks()) {
      text.append("    x = self.").append(network.name()).append("((p, s), x, 1, self.training)\n");
    }
    return text.append(chain.givesImages() ? TO_PIXELS : "").append("    return x\n").toString();
  }

  /** Adds the tensors of some parameters under the names that they have in Python. */
  private static List<String> attributes(
      Chain chain, List<ParameterSpec> specs, Map<String, NamedArray> tensors) {
    Map<String, NamedArray> weights = chain.weights();
    String only = chain.links().size() == 1 ? chain.networks().get(0).name() + "." : "";
    List<String> names = new ArrayList<>();
    for (ParameterSpec spec : specs) {
      String own = spec.name().substring(only.length());
      NamedArray weight = weights.get(own);
      if (weight == null || !Arrays.equals(weight.shape(), spec.shape())) {
        throw new BadInput(
            "tensor "
                + own
                + " is missing or has another shape than the network needs, "
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
