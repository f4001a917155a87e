package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Network;

/** A trained, frozen encoder in evaluation mode. Computes in fp32. */
public final class Encoder implements AutoCloseable {
  private final Torch torch;
  private final ImageFormat format;
  private final LearnerTensors tensors;
  private final Program program;
  private final NDList constants;

  /**
   * Loads an encoder.
   *
   * @param network named {@code encoder}
   * @param weights by the network's own parameter names
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  public Encoder(
      Torch torch, Network network, ImageFormat format, Map<String, NamedArray> weights) {
    this.torch = torch;
    this.format = format;
    NetworkSource source = new NetworkSource(List.of(network), Precision.FP32);
    tensors = LearnerTensors.frozen(torch, source, network.name(), weights);
    program = new Program(torch, source.text() + ImageFormat.source(Precision.FP32) + embed());
    constants = format.constants(torch);
  }

  private String embed() {
    boolean statistics = tensors.networkArguments().contains("s");
    return "  def embed(self, p: List[Tensor], "
        + (statistics ? "s: List[Tensor], " : "")
        + "pixels: Tensor, scale: Tensor, shift: Tensor) -> Tensor:\n"
        + (statistics ? "" : "    s = annotate(List[Tensor], [])\n")
        + "    return self.encoder((p, s), self.images(pixels, scale, shift), 1, False)\n";
  }

  /**
   * Embeds images.
   *
   * @param pixels direct buffer N×C×S×S of uint8
   * @param images N
   * @return N×latent
   */
  public float[] embed(ByteBuffer pixels, int images) {
    try (NDManager scope = torch.scope()) {
      NDArray array =
          Torch.bytes(scope, pixels, images, format.channels(), format.size(), format.size());
      array.setName("pixels");
      NDList arguments = tensors.ofNetworks();
      arguments.add(array);
      arguments.addAll(constants);
      try (NDList result = program.call("embed", arguments)) {
        return result.singletonOrThrow().toFloatArray();
      }
    }
  }

  @Override
  public void close() {
    program.close();
    constants.close();
    tensors.close();
  }
}
