package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhiteningTest {
  private final Torch torch = Torch.open("cpu", 2);

  @AfterEach
  void close() {
    torch.close();
  }

  @Test
  void directionsThatVaryDifferentlyAreScaledAlike() {
    float[] white = Whitening.of(torch, new float[] {2, 0, -2, 0, 0, 1, 0, -1}, 2);

    // variances 2 and 1/2, ridge 10⁻⁴ of their mean 5/4
    double[] lengths = {2 / Math.sqrt(2.000125), 1 / Math.sqrt(0.500125)};
    for (int i = 0; i < 4; i++) {
      assertThat(Math.hypot(white[2 * i], white[2 * i + 1]))
          .isCloseTo(lengths[i / 2], within(1e-6));
    }
  }

  @Test
  void correlatedDimensionsHaveTheIdentityAsCovarianceAfterwards() {
    int n = 2000;
    Random random = new Random(4);
    float[] x = new float[3 * n];
    double[] mean = new double[3];
    for (int i = 0; i < n; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      x[3 * i] = (float) (3 * a);
      x[3 * i + 1] = (float) (a + b);
      x[3 * i + 2] = (float) (b - 2 * a + random.nextGaussian());
    }
    for (int i = 0; i < 3 * n; i++) {
      mean[i % 3] += x[i] / n;
    }
    for (int i = 0; i < 3 * n; i++) {
      x[i] -= (float) mean[i % 3];
    }
    float[] white = Whitening.of(torch, x, 3);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double covariance = 0;
        for (int i = 0; i < n; i++) {
          covariance += (double) white[3 * i + row] * white[3 * i + column] / n;
        }
        assertThat(covariance).isCloseTo(row == column ? 1 : 0, within(0.005));
      }
    }
  }

  @Test
  void directionsThatDoNotVaryStayAtZero() {
    assertThat(Whitening.of(torch, new float[] {0, 1, 0, -1}, 2)).doesNotContain(Float.NaN);
    assertThat(Whitening.of(torch, new float[6], 2)).containsOnly(0f);
  }
}
