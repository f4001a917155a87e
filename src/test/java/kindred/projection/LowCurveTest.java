package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-4, 0.01, 0.3, 1, 7, 250, 1e5})
  void theTableIsWithinAThousandthOfTheFormulas(double square) {
    LowCurve curve = LowCurve.of(0.1);
    CurveTable table = new CurveTable(curve);
    double step = 1e-4 * square;
    double pull =
        (Math.log(curve.value(square + step)) - Math.log(curve.value(square - step))) / step;
    assertThat(table.pull(square)).isCloseTo(pull, withinPercentage(0.1));
    if (square >= 1) { // below, the usual formula keeps it finite
      double push =
          (Math.log1p(-curve.value(square + step)) - Math.log1p(-curve.value(square - step)))
              / step;
      assertThat(table.push(square)).isCloseTo(push, withinPercentage(0.3));
    }
  }
}
