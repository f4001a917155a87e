package kindred.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import kindred.experiment.Architecture;
import kindred.experiment.Precision;
import kindred.model.EncoderSpec;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Layer.Unflatten;
import kindred.model.Network;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import org.junit.jupiter.api.Test;

class VariationalAutoEncoderTest {
  private static final EncoderSpec ENCODER = new EncoderSpec(Architecture.CONV, 1, 8, 3);
  private static final ImageFormat FORMAT = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));

  /** The loss with a linear encoder 4→(2 + 2) and a linear decoder 2→4, for images of 2×2. */
  private static Objective linear(double beta) {
    Objective vae = VariationalAutoEncoder.objective(ENCODER, beta);
    return new Objective(
        List.of(
            new Network("encoder", List.of(new Flatten(), new Linear("fc", 4, 4))),
            new Network("decoder", List.of(new Linear("fc", 2, 4), new Unflatten(1, 2)))),
        0,
        1,
        vae.given(),
        vae.terms(),
        vae.loss());
  }

  @Test
  void lossIsTheMeanSquaredErrorOfADrawPlusBetaTimesTheKlDivergence() {
    ImageFormat tiny = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
    try (Torch torch = Torch.open("cpu", 1);
        Learner learner = new Learner(torch, linear(0.1), tiny, Precision.FP32, 1)) {
      // μ is the first two pixels, log σ² the last two.
      double[] encoder = {1, 0, 0, 0, /**/ 0, 1, 0, 0, /**/ 0, 0, 1, 0, /**/ 0, 0, 0, 1};
      // The image is (z₁, z₂, z₁ + z₂, 1).
      double[] decoder = {1, 0, /**/ 0, 1, /**/ 1, 1, /**/ 0, 0};
      double[] bias = {0, 0, 0, 1};
      double[] images = {3, -1, 2 * Math.log(2), 0, /* image 2 */ 0, 0, 0, 0};
      double[] noise = {0.5, -2, /* image 2 */ 1, -1};

      double[] terms =
          learner
              .differentiate(List.of(encoder, new double[4], decoder, bias), images, noise)
              .get(0);

      // Image 1: σ = (2, 1), z = (4, −3). Image 2: σ = (1, 1), z = (1, −1).
      double first = 1 + 4 + Math.pow(1 - 2 * Math.log(2), 2) + 1;
      double second = 1 + 1 + 0 + 1;
      double mse = (first + second) / 8;
      double kl = -0.5 * (1 + 2 * Math.log(2) - 9 - 4 + (1 + 0 - 1 - 1)) / 2;
      assertThat(terms[1]).isCloseTo(mse, within(1e-12));
      assertThat(terms[2]).isCloseTo(kl, within(1e-12));
      assertThat(terms[0]).isCloseTo(mse + 0.1 * kl, within(1e-12));
    }
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    try (Torch torch = Torch.open("cpu", 1);
        Learner learner =
            new Learner(
                torch, VariationalAutoEncoder.objective(ENCODER, 0.2), FORMAT, Precision.FP32, 1)) {
      Random random = new Random(2);
      double[] images = random.doubles(3 * 64, -2, 2).toArray();
      double[] noise = random.doubles(3 * 3, -2, 2).toArray();
      Gradients.check(learner, at -> learner.differentiate(at, images, noise), 3);
    }
  }
}
