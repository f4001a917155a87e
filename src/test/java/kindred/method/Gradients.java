package kindred.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import kindred.model.ParameterSpec;
import kindred.torch.Learner;

/** Compares a program's gradients with central finite differences in float64. */
final class Gradients {
  /** Small enough that hardly any ReLU switches in between. */
  private static final double STEP = 1e-7;

  private Gradients() {}

  /** Small random parameters for all tensors of a learner. */
  static List<double[]> parameters(Learner learner, long seed) {
    Random random = new Random(seed);
    List<double[]> parameters = new ArrayList<>();
    for (ParameterSpec spec : learner.tensors().trained()) {
      double scale = 1 / Math.sqrt(Math.max(4, spec.size() / (double) spec.shape()[0]));
      parameters.add(random.doubles(spec.size()).map(u -> scale * (2 * u - 1)).toArray());
    }
    return parameters;
  }

  /** The derivative along a random direction, for every tensor by itself. */
  static void check(Learner learner, double[] images, long seed) {
    check(learner, parameters -> learner.differentiate(parameters, images), seed);
  }

  /**
   * The same for a loss that is given more than images.
   *
   * @param differentiate gives the terms and the gradients at some parameters
   */
  static void check(Learner learner, UnaryOperator<List<double[]>> differentiate, long seed) {
    List<double[]> parameters = parameters(learner, seed);
    List<double[]> found = differentiate.apply(parameters);
    assertThat(found).hasSize(parameters.size() + 1);
    Random random = new Random(seed);
    boolean anyLarge = false;
    for (int tensor = 0; tensor < parameters.size(); tensor++) {
      double[] values = parameters.get(tensor);
      double[] kept = values.clone();
      double[] direction = random.doubles(kept.length, -1, 1).toArray();
      double actual = 0;
      for (int i = 0; i < kept.length; i++) {
        actual += found.get(tensor + 1)[i] * direction[i];
      }
      double above = lossAt(differentiate, parameters, tensor, kept, direction, STEP);
      double below = lossAt(differentiate, parameters, tensor, kept, direction, -STEP);
      System.arraycopy(kept, 0, values, 0, kept.length);
      double expected = (above - below) / (2 * STEP);
      anyLarge |= Math.abs(expected) > 1e-4;
      assertThat(actual)
          .as(learner.tensors().trained().get(tensor).name())
          .isCloseTo(expected, within(1e-7 + 1e-4 * Math.abs(expected)));
    }
    assertThat(anyLarge).as("some gradient is large enough to mean something").isTrue();
  }

  private static double lossAt(
      UnaryOperator<List<double[]>> differentiate,
      List<double[]> parameters,
      int tensor,
      double[] from,
      double[] direction,
      double step) {
    double[] values = parameters.get(tensor);
    for (int i = 0; i < values.length; i++) {
      values[i] = from[i] + step * direction[i];
    }
    return differentiate.apply(parameters).get(0)[0];
  }
}
