package kindred.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CollapseTest {
  private static final double EXACT = 1e-6;

  private static Torch torch;

  @BeforeAll
  static void openEngine() {
    torch = Torch.open("cpu", 1);
  }

  @AfterAll
  static void closeEngine() {
    torch.close();
  }

  private static float[] gaussian(int n, int dimension) {
    Random random = new Random(1);
    float[] vectors = new float[n * dimension];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return vectors;
  }

  @Test
  void vectorsAllAroundTheCircleHaveDeviationOneOverRootD() {
    Collapse collapse = Collapse.of(torch, new float[] {3, 0, -1, 0, 0, 2, 0, -5}, 2);

    assertThat(collapse.std()).isCloseTo(Math.sqrt(0.5), within(EXACT));
    assertThat(collapse.stdRatio()).isCloseTo(1, within(EXACT));
  }

  @Test
  void lengthDoesNotCountInTheDeviation() {
    // normalized (0.6, 0.8) and (0.8, 0.6): both dimensions deviate by 0.1
    Collapse collapse = Collapse.of(torch, new float[] {3, 4, 80, 60}, 2);

    assertThat(collapse.std()).isCloseTo(0.1, within(EXACT));
    assertThat(collapse.stdRatio()).isCloseTo(0.1 * Math.sqrt(2), within(EXACT));
  }

  @Test
  void effectiveRankIsTheExponentialOfTheEntropyOfTheSingularValues() {
    assertThat(Collapse.effectiveRank(new double[] {9, 9, 9, 9})).isCloseTo(4, within(EXACT));
    // singular values 2 and 1, shares 2/3 and 1/3: 3 / 2^(2/3)
    assertThat(Collapse.effectiveRank(new double[] {1, 4}))
        .isCloseTo(3 / Math.cbrt(4), within(EXACT));
    assertThat(Collapse.effectiveRank(new double[] {-1e-18, 0, 7})).isCloseTo(1, within(EXACT));
    assertThat(Collapse.effectiveRank(new double[] {0, 0})).isZero();
  }

  @Test
  void effectiveRankIsThatOfTheCenteredVectors() {
    // covariance diag(2, 0.5) around (10, -7)
    Collapse collapse = Collapse.of(torch, new float[] {12, -7, 8, -7, 10, -6, 10, -8}, 2);

    assertThat(collapse.effectiveRank()).isCloseTo(3 / Math.cbrt(4), within(EXACT));
  }

  @Test
  void dimensionsThatHardlyVaryAreDead() {
    assertThat(Collapse.deadShare(new double[] {10, 5, 0.2, 0.1, 0})).isEqualTo(0.4);
    // 1, 2 and 3; always 4; 1 % less than the first
    float[] vectors = {1, 4, 0.009f, 2, 4, 0.018f, 3, 4, 0.027f};
    assertThat(Collapse.of(torch, vectors, 3).deadShare()).isCloseTo(2 / 3.0, within(EXACT));
  }

  @Test
  void representationsThatAreAllTheSameHaveCollapsed() {
    Collapse collapse = Collapse.of(torch, new float[] {1, 2, 3, 1, 2, 3, 1, 2, 3}, 3);

    assertThat(collapse.std()).isZero();
    assertThat(collapse.effectiveRank()).isZero();
    assertThat(collapse.deadShare()).isEqualTo(1);
    assertThat(collapse.suspicion()).hasValueSatisfying(why -> assertThat(why).contains("same"));
  }

  @Test
  void representationsOnALineHaveCollapsed() {
    float[] vectors = new float[8 * 20];
    for (int i = 0; i < vectors.length; i++) {
      int row = i / 8;
      vectors[i] = (row - 9.5f) * (1 + i % 8);
    }
    Collapse collapse = Collapse.of(torch, vectors, 8);

    assertThat(collapse.effectiveRank()).isCloseTo(1, within(1e-3));
    assertThat(collapse.suspicion()).hasValueSatisfying(why -> assertThat(why).contains("line"));
  }

  @Test
  void spreadRepresentationsAreNotSuspected() {
    assertThat(Collapse.of(torch, gaussian(200, 8), 8))
        .satisfies(collapse -> assertThat(collapse.suspicion()).isEmpty())
        .satisfies(collapse -> assertThat(collapse.effectiveRank()).isBetween(7.8, 8.0))
        .satisfies(collapse -> assertThat(collapse.stdRatio()).isBetween(0.95, 1.0));
    assertThat(Collapse.of(torch, gaussian(200, 2), 2).suspicion()).isEmpty();
    // one dimension has but one direction
    assertThat(Collapse.of(torch, gaussian(200, 1), 1).suspicion()).isEmpty();
  }
}
