package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kindred.gui.results.Curve;
import kindred.neighbors.pairs.PairNumbers;
import kindred.neighbors.pairs.Precision;
import kindred.neighbors.pairs.PurityCurve.Point;
import org.junit.jupiter.api.Test;

class EstimatedCurveTest {
  private static Point point(double setting, int pairs, int covered) {
    return new Point(setting, Double.NaN, new PairNumbers(pairs, covered, 100, 0, 0, 0));
  }

  /**
   * Of 100,000 pairs 8 of 10 judged ones are the same kind: Wilson's interval is 49.0 to 94.3 %.
   */
  @Test
  void aPointTellsWhatWasJudgedWithItsInterval() {
    List<Point> points = List.of(point(1, 50, 20), point(2, 100_000, 60), point(3, 10, 100));

    Curve curve =
        Numbers.estimates(
            points,
            true,
            point ->
                point.setting() == 1
                    ? Precision.of(50, 0, 0, 2, 1) // nobody could tell
                    : point.setting() == 2
                        ? Precision.of(100_000, 8, 2, 0, 0)
                        : Precision.of(10, 4, 6, 0, 0)); // all were judged

    assertThat(curve.x()).containsExactly(0.6, 1.0);
    assertThat(curve.y()).containsExactly(0.8, 0.4);
    assertThat(curve.low()[0]).isCloseTo(0.4902, within(5e-4));
    assertThat(curve.high()[0]).isBetween(0.943, 0.97);
    assertThat(curve.low()[1]).isEqualTo(0.4);
    assertThat(curve.high()[1]).isEqualTo(0.4);
    assertThat(Numbers.estimates(points, false, point -> Precision.of(9, 1, 1, 0, 0)).x())
        .containsExactly(1, 2, 3);
  }
}
