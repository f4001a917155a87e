package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PrincipalDirectionsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** (5, 6, 7) ± 2·(3, 4, 0)/5 and ± 1·(0, 0, 1): nothing varies in the third direction. */
  private static final float[] CROSS = {
    5 + 1.2f, 6 + 1.6f, 7, 5 - 1.2f, 6 - 1.6f, 7, 5, 6, 8, 5, 6, 6
  };

  @Test
  void strongestDirectionsComeFirstWithTheirSharesOfAllVariance() {
    PrincipalDirections found;
    try (Torch torch = Torch.open("cpu", 1)) {
      found = PrincipalDirections.of(torch, CROSS, 3, 8);
    }
    Offset<Double> float32 = within(1e-6);
    assertThat(found.mean()).usingElementComparator(near(float32)).containsExactly(5.0, 6.0, 7.0);
    assertThat(found.directions().length).as("directions in which anything varies").isEqualTo(2);
    assertThat(found.directions()[0])
        .usingElementComparator(near(float32))
        .containsExactly(0.6, 0.8, 0.0);
    assertThat(found.directions()[1][2]).isCloseTo(1, EXACT);
    // Along the first 4 + 4 over 4 vectors, along the second 1 + 1.
    assertThat(found.deviations()[0]).isCloseTo(Math.sqrt(2), float32);
    assertThat(found.deviations()[1]).isCloseTo(Math.sqrt(0.5), float32);
    assertThat(found.shares()[0]).isCloseTo(0.8, float32);
    assertThat(found.shares()[1]).isCloseTo(0.2, float32);
  }

  @Test
  void noMoreAreFoundThanAskedFor() {
    try (Torch torch = Torch.open("cpu", 1)) {
      assertThat(PrincipalDirections.of(torch, CROSS, 3, 1).directions().length).isEqualTo(1);
    }
  }

  private static Comparator<Double> near(Offset<Double> offset) {
    return (a, b) -> Math.abs(a - b) <= offset.value ? 0 : Double.compare(a, b);
  }
}
