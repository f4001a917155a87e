package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpectrumTest {
  @Test
  void eigenvaluesAreThoseOfThePopulationCovariance() {
    try (Torch torch = Torch.open("cpu", 1)) {
      // (±2, 0) and (0, ±1), turned by 45° and moved: variances 2 and 0.5 along the diagonals
      float r = (float) Math.sqrt(2);
      float[] vectors = {5 + r, r, 5 - r, -r, 5 + r / 2, -r / 2, 5 - r / 2, r / 2};

      assertThat(Spectrum.ofCovariance(torch, vectors, 2))
          .containsExactly(new double[] {0.5, 2}, within(1e-6));
    }
  }

  @Test
  void fewVectorsOfManyDimensionsHaveAsManyEigenvaluesAsVectors() {
    try (Torch torch = Torch.open("cpu", 1)) {
      // centered ±(1, 0, 2): variance 5 along one direction
      assertThat(Spectrum.ofCovariance(torch, new float[] {1, 7, 4, -1, 7, 0}, 3))
          .containsExactly(new double[] {0, 5}, within(1e-6));
      assertThat(torch.alive()).isZero();
    }
  }
}
