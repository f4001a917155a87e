package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowCurveTest {
  /** The numbers are those of SciPy's curve_fit on the same 300 points. */
  @ParameterizedTest
  @CsvSource({
    "0, 1.9328084, 0.79049497",
    "0.1, 1.57694346, 0.89506088",
    "0.5, 0.58303002, 1.33416699",
    "0.99, 0.1193053, 1.91639042"
  })
  void isTheBestFit(double minDist, double a, double b) {
    LowCurve curve = LowCurve.of(minDist);
    assertThat(curve.a()).isCloseTo(a, within(1e-5));
    assertThat(curve.b()).isCloseTo(b, within(1e-5));
    assertThat(curve.value(4)).isEqualTo(1 / (1 + curve.a() * Math.pow(2, 2 * curve.b())));
  }
}
