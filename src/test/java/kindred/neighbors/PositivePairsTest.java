package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;

class PositivePairsTest {
  private static final PositivePairs PAIRS =
      new PositivePairs(
          new int[][] {{1}, {2, 3, 4, 0}, {}, {0, 4}, {}, {0}}, new int[] {0, 1, 2, 3});

  @Test
  void coverageIsTheShareOfTrainingImagesWithAPositive() {
    assertThat(PAIRS.coverage()).isEqualTo(0.75);
    assertThat(PAIRS.withoutPositive()).isEqualTo(1);
  }

  @Test
  void purityIsWhatADrawnPositiveIsExpectedToBe() {
    int[] labels = {0, 1, 0, 1, -1, 0};
    // 0: of one none; 1: of three with a class one; 3: of one none
    assertThat(PAIRS.purity(labels)).isCloseTo(1.0 / 9, within(1e-12));
  }

  @Test
  void purityIsUnknownWithoutLabels() {
    assertThat(PAIRS.purity(new int[] {-1, -1, -1, -1, -1, -1})).isNaN();
    assertThat(PAIRS.purity(new int[] {0, -1, -1, -1, -1, -1})).isNaN();
  }

  @Test
  void savedPairsAreTheSameAgain() {
    PositivePairs saved = PositivePairs.saved(PAIRS.save(), 6, PAIRS.train());

    assertThat(saved.of()).isDeepEqualTo(PAIRS.of());
    assertThat(PositivePairs.saved(Map.of(), 6, PAIRS.train())).isNull();
    assertThatThrownBy(() -> PositivePairs.saved(PAIRS.save(), 5, PAIRS.train()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("5 images");
  }

  @Test
  void noPairsAtAllCanBeSavedToo() {
    PositivePairs none = PositivePairs.none(3, new int[] {0, 2});

    assertThat(PositivePairs.saved(none.save(), 3, none.train()).of()).isDeepEqualTo(new int[3][0]);
    assertThat(none.coverage()).isZero();
  }
}
