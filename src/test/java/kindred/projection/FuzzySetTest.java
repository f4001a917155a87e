package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import kindred.neighbors.Crew;
import kindred.neighbors.NeighborSearch;
import org.junit.jupiter.api.Test;

class FuzzySetTest {
  @Test
  void membershipsFallFromOneAndAddUpToTheLogarithmOfTheirNumber() {
    double[] distances = {0.5, 0.8, 1.1, 1.9, 2, 2.5, 3, 4};
    double[] found = FuzzySet.memberships(distances, 2);
    assertThat(found[0]).isEqualTo(1);
    assertThat(Arrays.stream(found).sum()).isCloseTo(3, within(1e-4));
    double sigma = (0.8 - 0.5) / -Math.log(found[1]);
    for (int i = 1; i < 8; i++) {
      assertThat(found[i]).isCloseTo(Math.exp((0.5 - distances[i]) / sigma), within(1e-9));
    }
  }

  @Test
  void copiesBelongWhollyAndTheOthersAreStillToldApart() {
    double[] found = FuzzySet.memberships(new double[] {0, 0, 0, 0, 1, 3}, 2);
    assertThat(found).startsWith(1, 1, 1, 1, 1);
    assertThat(found[5]).isLessThan(0.01);
    assertThat(FuzzySet.memberships(new double[4], 1)).containsOnly(1);
  }

  /** 0 and 1 are each other's nearest; 2 names 1, which does not name it back. */
  @Test
  void bothWaysAreUnited() {
    NeighborSearch.Result nearest =
        new NeighborSearch.Result(
            3, 2, new int[] {1, 2, 0, 2, 1, 0}, new float[] {1, 3, 1, 2, 2, 3});
    try (Crew crew = new Crew(1)) {
      SymmetricGraph ties = FuzzySet.of(crew, nearest, 2);
      assertThat(ties.starts()).containsExactly(0, 2, 4, 6);
      assertThat(ties.columns()).containsExactly(1, 2, 0, 2, 0, 1);
      double there = FuzzySet.memberships(new double[] {1, 3}, 2)[1];
      double back = FuzzySet.memberships(new double[] {2, 3}, 2)[1];
      assertThat(ties.weights()[0]).isEqualTo(1);
      assertThat(ties.weights()[1])
          .isEqualTo(ties.weights()[4])
          .isCloseTo((float) (there + back - there * back), within(1e-6f));
    }
  }

  @Test
  void aWayBackIsKeptIfOnlyOneNamesTheOther() {
    SymmetricGraph ties =
        SymmetricGraph.of(
            1, new int[] {1, 0, 1}, new float[] {0.5f, 0.5f, 0.25f}, (a, b) -> (a + b) / 2);
    assertThat(ties.starts()).containsExactly(0, 1, 3, 4);
    assertThat(ties.columns()).containsExactly(1, 0, 2, 1);
    assertThat(ties.weights()).containsExactly(0.5f, 0.5f, 0.125f, 0.125f);
  }
}
