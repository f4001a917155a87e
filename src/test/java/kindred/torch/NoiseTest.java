package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.Precision;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final ImageFormat FORMAT = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
  private static final Rates RATES = new Rates(0.01, 0.9);
  private static final int IMAGES = 50;
  private static final int[] ROWS = IntStream.range(0, IMAGES).toArray();
  private static final ByteBuffer PIXELS = ByteBuffer.allocateDirect(IMAGES * 4);

  private final Torch torch = Torch.open("cpu", 1);

  @AfterEach
  void close() {
    torch.close();
  }

  /** Reports the noise's mean, mean square, and mean product of two columns. */
  private Learner learner(long seed) {
    Network encoder = new Network("encoder", List.of(new Flatten(), new Linear("fc", 4, 1)));
    String loss =
        """
        first, second = torch.chunk(given, 2, 1)
        out = torch.mean(self.encoder(online, images, 1, True)) * 0.
        return [out + torch.mean(given), torch.mean(given * given), torch.mean(first * second)]
        """;
    Objective objective =
        new Objective(
            List.of(encoder), 0, 1, new Given.Noise(400), List.of("mean", "square", "both"), loss);
    return new Learner(torch, objective, FORMAT, Precision.FP32, seed);
  }

  @Test
  void noiseIsNormalWithMeanZeroAndVarianceOne() {
    try (Learner learner = learner(1)) {
      double[] terms = learner.step(PIXELS, ROWS, 0, RATES);

      // 20,000 draws: four standard errors.
      assertThat(terms[0]).isCloseTo(0, within(0.03));
      assertThat(terms[1]).isCloseTo(1, within(0.04));
      assertThat(terms[2]).isCloseTo(0, within(0.04));
    }
  }

  @Test
  void noiseIsDecidedBySeedAndStepAlone() {
    try (Learner learner = learner(1);
        Learner other = learner(2)) {
      double first = learner.step(PIXELS, ROWS, 7, RATES)[1];

      assertThat(learner.step(PIXELS, ROWS, 8, RATES)[1]).isNotEqualTo(first);
      assertThat(learner.step(PIXELS, ROWS, 7, RATES)[1]).isEqualTo(first);
      assertThat(other.step(PIXELS, ROWS, 7, RATES)[1]).isNotEqualTo(first);
    }
  }
}
