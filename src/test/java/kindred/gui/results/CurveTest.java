package kindred.gui.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
  /** Several settings may leave the same share of images a pair. */
  @Test
  void ofPointsAboveEachOtherTheNearestIsFound() {
    Curve curve = new Curve(new double[] {0.5, 1, 1, 1}, new double[] {0.65, 0.9, 0.67, 0.6});

    assertThat(curve.nearest(0.97)).isEqualTo(1);
    assertThat(curve.nearest(0.97, 0.65)).isEqualTo(2);
    assertThat(curve.nearest(1, 0.1)).isEqualTo(3);
    assertThat(curve.nearest(0.4, 0.9)).isZero();
  }
}
