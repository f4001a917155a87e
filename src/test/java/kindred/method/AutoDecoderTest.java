package kindred.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import kindred.experiment.CodePlan;
import kindred.experiment.Precision;
import kindred.model.DecoderSpec;
import kindred.model.Layer.Linear;
import kindred.model.Layer.Unflatten;
import kindred.model.Network;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import org.junit.jupiter.api.Test;

class AutoDecoderTest {
  private static final CodePlan CODES = new CodePlan(1e-3, 0.1, null, null, null);
  private static final Objective CONV =
      AutoDecoder.objective(new DecoderSpec(1, 8, 3), CODES, 5, 4e-4);

  @Test
  void lossIsTheMeanSquaredErrorPlusLambdaTimesTheMeanSquaredLength() {
    Network linear = new Network("decoder", List.of(new Linear("fc", 2, 4), new Unflatten(1, 2)));
    Objective objective =
        new Objective(List.of(linear), 0, 1, CONV.given(), CONV.terms(), CONV.loss());
    ImageFormat tiny = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
    try (Torch torch = Torch.open("cpu", 1);
        Learner learner = new Learner(torch, objective, tiny, Precision.FP32, 1)) {
      // The image is (z₁, z₂, z₁ + z₂, 1).
      double[] decoder = {1, 0, /**/ 0, 1, /**/ 1, 1, /**/ 0, 0};
      double[] bias = {0, 0, 0, 1};
      double[] images = {3, -1, 1, 0, /* image 2 */ 0, 0, 0, 0};
      double[] codes = {4, -3, /* image 2 */ 1, -1};

      List<double[]> found = learner.differentiate(List.of(decoder, bias), images, codes);

      double mse = ((1 + 4 + 0 + 1) + (1 + 1 + 0 + 1)) / 8.0;
      double prior = ((16 + 9) + (1 + 1)) / 2.0;
      assertThat(found.get(0)[0]).isCloseTo(mse + 0.1 * prior, within(1e-12));
      assertThat(found.get(0)[1]).isCloseTo(mse, within(1e-12));
      assertThat(found.get(0)[2]).isCloseTo(prior, within(1e-12));
      // d/dz₁ of image 1: (2·(4−3) + 2·(4−3−1)) / 8 + 0.1 · 2·4 / 2.
      assertThat(found.get(3)[0]).isCloseTo(0.25 + 0.4, within(1e-12));
    }
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    ImageFormat format = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));
    Random random = new Random(2);
    double[] images = random.doubles(3 * 64, -2, 2).toArray();
    double[] codes = random.doubles(3 * 3, -2, 2).toArray();
    try (Torch torch = Torch.open("cpu", 1);
        Learner learner = new Learner(torch, CONV, format, Precision.FP32, 1)) {
      Gradients.check(learner, at -> trained(learner.differentiate(at, images, codes)), 3);

      List<double[]> parameters = Gradients.parameters(learner, 4);
      List<double[]> found = learner.differentiate(parameters, images, codes);
      double[] slopes = found.get(found.size() - 1);
      assertThat(slopes).hasSize(9);
      for (int i = 0; i < codes.length; i++) {
        double kept = codes[i];
        codes[i] = kept + 1e-7;
        double above = learner.differentiate(parameters, images, codes).get(0)[0];
        codes[i] = kept - 1e-7;
        double below = learner.differentiate(parameters, images, codes).get(0)[0];
        codes[i] = kept;
        assertThat(slopes[i]).as("code " + i).isCloseTo((above - below) / 2e-7, within(1e-6));
      }
    }
  }

  /** Without the gradient of the codes. */
  private static List<double[]> trained(List<double[]> found) {
    return found.subList(0, found.size() - 1);
  }
}
