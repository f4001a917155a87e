package kindred.gui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
  @Test
  void isTheWeightedMeanOfAllSoFarWithoutPullOfAnyBeginning() {
    double w = 0.75;
    double[] values = {3, -1, 4, 1, 5};
    Smoothing smoothing = new Smoothing(w);
    for (int t = 0; t < values.length; t++) {
      double sum = 0;
      double weights = 0;
      for (int i = 0; i <= t; i++) {
        sum += Math.pow(w, t - i) * values[i];
        weights += Math.pow(w, t - i);
      }
      assertThat(smoothing.next(values[t])).isCloseTo(sum / weights, within(1e-12));
    }
  }

  @Test
  void constantStaysWhatItIs() {
    Smoothing smoothing = new Smoothing(0.999);
    for (int i = 0; i < 10; i++) {
      assertThat(smoothing.next(0.25)).isCloseTo(0.25, within(1e-12));
    }
  }

  @Test
  void noWeightIsNoSmoothing() {
    Smoothing smoothing = new Smoothing(Smoothing.weightOver(1));
    assertThat(smoothing.next(7)).isEqualTo(7);
    assertThat(smoothing.next(-2)).isEqualTo(-2);
  }

  @Test
  void valuesThatAreNotFiniteChangeNothing() {
    Smoothing smoothing = new Smoothing(0.5);
    assertThat(smoothing.next(Double.NaN)).isNaN();
    smoothing.next(1);
    double before = smoothing.next(2);
    assertThat(smoothing.next(Double.POSITIVE_INFINITY)).isEqualTo(before);
  }
}
