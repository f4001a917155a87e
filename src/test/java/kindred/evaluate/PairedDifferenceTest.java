package kindred.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The expected values were computed with SciPy 1.17.1: {@code t.interval}, {@code ttest_rel}. */
class PairedDifferenceTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static final double[] THREE = {0.482, 0.491, 0.476};
  private static final double[] THREE_OTHERS = {0.469, 0.472, 0.471};
  private static final double[] FIVE = {0.713, 0.702, 0.721, 0.698, 0.709};
  private static final double[] FIVE_OTHERS = {0.705, 0.700, 0.708, 0.699, 0.701};

  @Test
  void estimateHasStudentsInterval() {
    Estimate estimate = Estimate.of(THREE);
    assertThat(estimate.n()).isEqualTo(3);
    assertThat(estimate.mean()).isCloseTo(0.483, EXACT);
    assertThat(estimate.sd()).isCloseTo(0.007549834435270756, EXACT);
    assertThat(estimate.low()).isCloseTo(0.46424517156187256, EXACT);
    assertThat(estimate.high()).isCloseTo(0.5017548284381272, EXACT);
  }

  @Test
  void oneMeasurementHasNoInterval() {
    assertThat(Estimate.of(0.5)).isEqualTo(new Estimate(1, 0.5, null, null, null));
    assertThat(PairedDifference.of(new double[] {0.5}, new double[] {0.25}))
        .isEqualTo(new PairedDifference(new Estimate(1, 0.25, null, null, null), null));
  }

  @Test
  void differenceIsPairedStudents() {
    PairedDifference three = PairedDifference.of(THREE, THREE_OTHERS);
    assertThat(three.estimate().mean()).isCloseTo(0.012333333333333344, EXACT);
    assertThat(three.estimate().low()).isCloseTo(-0.005114676536936926, EXACT);
    assertThat(three.estimate().high()).isCloseTo(0.029781343203603615, EXACT);
    assertThat(three.p()).isCloseTo(0.09323529941763713, EXACT);
    PairedDifference five = PairedDifference.of(FIVE, FIVE_OTHERS);
    assertThat(five.estimate().low()).isCloseTo(-0.0008573135611023653, EXACT);
    assertThat(five.estimate().high()).isCloseTo(0.012857313561102375, EXACT);
    assertThat(five.p()).isCloseTo(0.07203314771312609, EXACT);
  }

  @Test
  void twoPairsAreTheFewestThatCanBeTested() {
    PairedDifference two = PairedDifference.of(new double[] {0.5, 0.6}, new double[] {0.45, 0.58});
    assertThat(two.estimate().low()).isCloseTo(-0.1555930710426202, EXACT);
    assertThat(two.p()).isCloseTo(0.25776211681831296, EXACT);
  }

  @Test
  void directionOfTheComparisonDoesNotChangeP() {
    PairedDifference forth = PairedDifference.of(FIVE, FIVE_OTHERS);
    PairedDifference back = PairedDifference.of(FIVE_OTHERS, FIVE);
    assertThat(back.p()).isEqualTo(forth.p());
    assertThat(back.estimate().mean()).isEqualTo(-forth.estimate().mean());
  }

  @Test
  void differencesWithoutSpreadAreCertainOrNothing() {
    double[] ones = {1, 1, 1};
    assertThat(PairedDifference.of(ones, ones).p()).isNull();
    assertThat(PairedDifference.of(ones, new double[] {0.5, 0.5, 0.5}).p()).isZero();
  }

  @Test
  void unequalNumbersOfValuesAreNoPairs() {
    assertThatThrownBy(() -> PairedDifference.of(THREE, FIVE))
        .hasMessage("3 values cannot be paired with 5");
  }
}
