package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Network;

/** A trained, frozen decoder: vectors in, pictures out. Computes in fp32. */
public final class Decoder implements AutoCloseable {
  private final Torch torch;
  private final FrozenNetwork network;

  /**
   * Loads a decoder.
   *
   * @param network named {@code decoder}
   * @param weights by the network's own parameter names
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  public Decoder(
      Torch torch, Network network, ImageFormat format, Map<String, NamedArray> weights) {
    this.torch = torch;
    this.network =
        new FrozenNetwork(torch, network, format, weights, Precision.FP32, Decoder::source);
  }

  private static String source(List<String> networkArguments) {
    return MethodSource.of(
        "decode",
        networkArguments,
        ", z: Tensor, scale: Tensor, shift: Tensor",
        "Tensor",
        """
            pixels = (self.decoder((p, s), z, 1, False) - shift) / scale
            return torch.to(torch.clamp(torch.round(pixels), 0, 255), 0)
        """);
  }

  /**
   * Decodes vectors.
   *
   * @param vectors N×latent
   * @param count N
   * @return N×C×S×S uint8, rounded and clamped to 0 … 255
   */
  public byte[] decode(float[] vectors, int count) {
    try (NDManager scope = torch.scope()) {
      NDArray z = scope.create(vectors, new Shape(count, vectors.length / count));
      z.setName("z");
      try (NDList result = network.call("decode", new NDList(z))) {
        return result.singletonOrThrow().toByteArray();
      }
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
