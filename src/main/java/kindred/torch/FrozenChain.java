package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import kindred.experiment.Precision;
import kindred.model.Network;

/** A chain of trained networks in evaluation mode. Computes in fp32. */
public final class FrozenChain implements AutoCloseable {
  private final Torch torch;
  private final List<FrozenNetwork> links = new ArrayList<>();

  /**
   * Loads the networks.
   *
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  public FrozenChain(Torch torch, Chain chain) {
    this.torch = torch;
    for (Chain.Link link : chain.links()) {
      Network network = link.network();
      links.add(
          new FrozenNetwork(
              torch,
              network,
              chain.format(),
              link.weights(),
              Precision.FP32,
              arguments -> source(network.name(), arguments)));
    }
  }

  private static String source(String network, List<String> arguments) {
    String images =
        MethodSource.of(
            "of_pixels",
            arguments,
            ", pixels: Tensor, scale: Tensor, shift: Tensor",
            "Tensor",
            "    return self.%s((p, s), self.images(pixels, scale, shift), 1, False)\n"
                .formatted(network));
    String vectors =
        MethodSource.of(
            "of_vectors",
            arguments,
            ", x: Tensor, scale: Tensor, shift: Tensor",
            "Tensor",
            "    return self.%s((p, s), x, 1, False)\n".formatted(network));
    return images + vectors;
  }

  /**
   * Applies it to images.
   *
   * @param pixels direct buffer N×C×S×S of uint8
   * @param images N
   * @return N×D, or N×C×S×S normalized pixels
   */
  public float[] ofPixels(ByteBuffer pixels, int images) {
    try (NDManager scope = torch.scope();
        NDList first = links.get(0).call("of_pixels", links.get(0).pixels(scope, pixels, images))) {
      return through(first.singletonOrThrow(), 1);
    }
  }

  /**
   * Applies it to vectors.
   *
   * @param vectors N×D
   * @param count N
   * @return N×E, or N×C×S×S normalized pixels
   */
  public float[] ofVectors(float[] vectors, int count) {
    try (NDManager scope = torch.scope()) {
      return through(scope.create(vectors, new Shape(count, vectors.length / count)), 0);
    }
  }

  /** The rest of the way, from one of the networks on. */
  private float[] through(NDArray x, int from) {
    if (from == links.size()) {
      return x.toFloatArray();
    }
    x.setName("x");
    try (NDList result = links.get(from).call("of_vectors", new NDList(x))) {
      return through(result.singletonOrThrow(), from + 1);
    }
  }

  @Override
  public void close() {
    links.forEach(FrozenNetwork::close);
  }
}
