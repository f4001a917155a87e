package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.Precision;

/**
 * Embeds images that an objective with codes was not trained on: their codes are found by Adam,
 * with the network held fixed. Every code starts at zero, the middle of the codes' first
 * distribution, and minimizes its own image's loss, so that the same image always gets the same
 * code, whatever others are searched with it. After half of the steps the learning rate falls to a
 * tenth. One native call a batch.
 */
public final class CodeSearch implements Embedder {
  private static final UpdateSource ADAM = new UpdateSource(OptimizerPlan.defaults(), List.of());

  private final Torch torch;
  private final FrozenNetwork network;
  private final int length;
  private final double[] settings;

  /**
   * Loads a network.
   *
   * @param objective with codes and one network
   * @param weights by the network's own parameter names
   * @param steps of Adam
   * @param learningRate in the first half of them
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  public CodeSearch(
      Torch torch,
      Objective objective,
      ImageFormat format,
      Map<String, NamedArray> weights,
      Precision precision,
      int steps,
      double learningRate) {
    this.torch = torch;
    this.length = ((Given.Codes) objective.given()).length();
    this.settings = new double[] {steps, learningRate};
    this.network =
        new FrozenNetwork(
            torch,
            objective.networks().get(0),
            format,
            weights,
            precision,
            arguments -> LossSource.of(objective) + ADAM.text() + source(arguments));
  }

  /** The loss is a mean over the images; times their number it is the sum of each one's own. */
  private static String source(List<String> networkArguments) {
    return MethodSource.of(
        "search",
        networkArguments,
        ", pixels: Tensor, z: List[Tensor], m: List[Tensor], v: List[Tensor], count: List[Tensor],"
            + " settings: Tensor, scale: Tensor, shift: Tensor",
        "Tensor",
        """
            images = self.images(pixels, scale, shift)
            steps = int(settings[0])
            rate = float(settings[1])
            for i in range(steps):
              terms = self.loss((p, s), (t, ts), images, z[0])
              g = self.gradients(terms[0] * torch.size(images, 0), z)
              if i * 2 >= steps:
                rate = float(settings[1]) * 0.1
              torch.set_grad_enabled(False)
              self.update(z, g, m, v, count, rate)
              torch.set_grad_enabled(True)
            return torch.detach(z[0])
        """);
  }

  @Override
  public float[] embed(ByteBuffer pixels, int images) {
    try (NDManager scope = torch.scope()) {
      NDList arguments = network.pixels(scope, pixels, images);
      Shape table = new Shape(images, length);
      NDArray codes = zeros(scope, "z[]", table);
      codes.setRequiresGradient(true);
      NDArray how = scope.create(settings);
      how.setName("settings");
      arguments.addAll(
          new NDList(
              codes,
              zeros(scope, "m[]", table),
              zeros(scope, "v[]", table),
              zeros(scope, "count[]", new Shape()),
              how));
      try (NDList result = network.call("search", arguments)) {
        return result.singletonOrThrow().toFloatArray();
      }
    }
  }

  private static NDArray zeros(NDManager scope, String name, Shape shape) {
    NDArray zeros = scope.zeros(shape);
    zeros.setName(name);
    return zeros;
  }

  @Override
  public void close() {
    network.close();
  }
}
