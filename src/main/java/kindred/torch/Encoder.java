package kindred.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Network;

/** A trained, frozen encoder in evaluation mode. Computes in fp32. */
public final class Encoder implements Embedder {
  private final Torch torch;
  private final FrozenNetwork network;

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
    this.network =
        new FrozenNetwork(torch, network, format, weights, Precision.FP32, Encoder::source);
  }

  private static String source(List<String> networkArguments) {
    return MethodSource.of(
        "embed",
        networkArguments,
        ", pixels: Tensor, scale: Tensor, shift: Tensor",
        "Tensor",
        "    return self.encoder((p, s), self.images(pixels, scale, shift), 1, False)\n");
  }

  @Override
  public float[] embed(ByteBuffer pixels, int images) {
    try (NDManager scope = torch.scope();
        NDList result = network.call("embed", network.pixels(scope, pixels, images))) {
      return result.singletonOrThrow().toFloatArray();
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
