package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlPairsTest {
  private static final int IMAGES = 400;
  private static final int CLASSES = 4;

  /** Every second image is trained on. */
  private static final int[] TRAIN = IntStream.range(0, IMAGES / 2).map(i -> 2 * i).toArray();

  private static int[] labels() {
    return IntStream.range(0, IMAGES).map(i -> i / 2 % CLASSES).toArray();
  }

  private static int[] each(int k) {
    return ControlPairs.counts(IMAGES, TRAIN, k);
  }

  private static void requireDistinctOtherTrainingImages(PositivePairs pairs) {
    for (int image = 0; image < IMAGES; image++) {
      int self = image;
      int[] others = pairs.of()[image];
      assertThat(Arrays.stream(others).distinct().count()).isEqualTo(others.length);
      assertThat(Arrays.stream(others).allMatch(other -> other != self && other % 2 == 0)).isTrue();
      assertThat(others.length).isEqualTo(image % 2 == 0 ? 3 : 0);
    }
  }

  @Test
  void oraclePositivesAreAllOfTheSameClass() {
    PositivePairs pairs = ControlPairs.oracle(each(3), TRAIN, labels(), 1);

    requireDistinctOtherTrainingImages(pairs);
    assertThat(pairs.purity(labels())).isEqualTo(1);
    assertThat(pairs.coverage()).isEqualTo(1);
  }

  @Test
  void randomPositivesAreOfTheSameClassByChance() {
    PositivePairs pairs = ControlPairs.random(each(3), TRAIN, 1);

    requireDistinctOtherTrainingImages(pairs);
    // 49 of 199 others share the class; the deviation of a mean of 600 draws is 0.018
    assertThat(pairs.purity(labels())).isBetween(0.18, 0.32);
  }

  @Test
  void theSeedDecides() {
    int[][] once = ControlPairs.random(each(3), TRAIN, 1).of();

    assertThat(ControlPairs.random(each(3), TRAIN, 1).of()).isDeepEqualTo(once);
    assertThat(Arrays.deepEquals(ControlPairs.random(each(3), TRAIN, 2).of(), once)).isFalse();
  }

  @Test
  void everyOtherImageIsEquallyLikely() {
    int[] train = {0, 1, 2, 3, 4};
    int[] chosen = new int[5];
    for (int seed = 0; seed < 4000; seed++) {
      for (int other : ControlPairs.random(new int[] {0, 0, 2, 0, 0}, train, seed).of()[2]) {
        chosen[other]++;
      }
    }
    assertThat(chosen[2]).isZero();
    for (int other : new int[] {0, 1, 3, 4}) {
      assertThat(chosen[other]).isBetween(1850, 2150);
    }
  }

  @Test
  void aControlCoversTheImagesThatTheNeighborsCover() {
    PositivePairs neighbors =
        new PositivePairs(new int[][] {{1}, {}, {0, 1}, {}}, new int[] {0, 1, 2, 3});

    int[][] random = ControlPairs.random(ControlPairs.counts(neighbors), neighbors.train(), 1).of();

    assertThat(Arrays.stream(random).mapToInt(others -> others.length).toArray())
        .containsExactly(1, 0, 2, 0);
  }

  @Test
  void imagesWithoutClassOrWithoutCompanyHaveNoOraclePositive() {
    int[] labels = {0, 0, 1, -1, -1};
    int[] train = {0, 1, 2, 3, 4};

    int[][] of = ControlPairs.oracle(ControlPairs.counts(5, train, 2), train, labels, 1).of();

    assertThat(of).isDeepEqualTo(new int[][] {{1}, {0}, {}, {}, {}});
  }
}
