package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kindred.experiment.Precision;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UniformTest {
  private static final ImageFormat FORMAT = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
  private static final Rates RATES = new Rates(0.01, 0.9);
  private static final int[] ROWS = {0, 1, 2, 3, 4};
  private static final ByteBuffer PIXELS = ByteBuffer.allocateDirect(ROWS.length * 4);

  private final Torch torch = Torch.open("cpu", 1);

  @AfterEach
  void close() {
    torch.close();
  }

  /** Reports the mean of the numbers, and how many there are. */
  private Learner learner(long seed) {
    Network encoder = new Network("encoder", List.of(new Flatten(), new Linear("fc", 4, 1)));
    String loss =
        """
        out = torch.mean(self.encoder(online, images, 1, True)) * 0.
        return [out + torch.mean(given), torch.sum(torch.ones_like(given))]
        """;
    Objective objective =
        new Objective(
            List.of(encoder), 0, 1, new Given.Uniform(0.2, 0.6), List.of("mean", "count"), loss);
    return new Learner(torch, objective, FORMAT, Precision.FP32, seed);
  }

  @Test
  void eachStepHasItsNumberOfTheRangeForEveryImage() {
    Set<Double> seen = new HashSet<>();
    double sum = 0;
    try (Learner learner = learner(1)) {
      for (int step = 0; step < 200; step++) {
        double[] terms = learner.step(PIXELS, ROWS, step, RATES);
        assertThat(terms[0]).isBetween(0.2 - 1e-6, 0.6 + 1e-6);
        assertThat(terms[1]).isEqualTo(ROWS.length);
        sum += terms[0];
        seen.add(terms[0]);
      }
    }
    assertThat(seen).hasSize(200);
    // the deviation of the mean is 0.4/√12/√200 = 0.008
    assertThat(sum / 200).isCloseTo(0.4, within(0.033));
  }

  @Test
  void seedAndStepAloneDecide() {
    try (Learner learner = learner(1);
        Learner other = learner(2)) {
      double first = learner.step(PIXELS, ROWS, 7, RATES)[0];

      assertThat(learner.step(PIXELS, ROWS, 8, RATES)[0]).isNotEqualTo(first);
      assertThat(learner.step(PIXELS, ROWS, 7, RATES)[0]).isEqualTo(first);
      assertThat(other.step(PIXELS, ROWS, 7, RATES)[0]).isNotEqualTo(first);
    }
  }
}
