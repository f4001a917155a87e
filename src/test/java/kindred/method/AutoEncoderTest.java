package kindred.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kindred.experiment.Architecture;
import kindred.experiment.Precision;
import kindred.model.EncoderSpec;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Torch;
import org.junit.jupiter.api.Test;

class AutoEncoderTest {
  private static final ImageFormat FORMAT = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));

  private static Learner learner(Torch torch) {
    return new Learner(
        torch,
        AutoEncoder.objective(new EncoderSpec(Architecture.CONV, 1, 8, 3)),
        FORMAT,
        Precision.FP32,
        1);
  }

  @Test
  void lossIsTheMeanSquaredErrorOverAllElements() {
    try (Torch torch = Torch.open("cpu", 2);
        Learner learner = learner(torch)) {
      // With all weights zero the decoder gives its last bias, whatever the image.
      List<double[]> parameters = Gradients.parameters(learner, 1);
      parameters.forEach(values -> Arrays.fill(values, 0));
      parameters.get(parameters.size() - 1)[0] = 0.5;
      double[] images = new double[2 * 64];
      images[0] = 3;
      images[100] = -1;

      double loss = learner.differentiate(parameters, images).get(0)[0];

      double expected = (2.5 * 2.5 + 1.5 * 1.5 + 126 * 0.25) / 128;
      assertThat(loss).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    try (Torch torch = Torch.open("cpu", 2);
        Learner learner = learner(torch)) {
      Gradients.check(learner, new Random(2).doubles(3 * 64, -2, 2).toArray(), 3);
    }
  }
}
