package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
  // (3, 4), (0, 0), (−3, −4), (4, 3)
  private static final float[] FOUR = {3, 4, 0, 0, -3, -4, 4, 3};

  @Test
  void nearestAreInOrderOfTheirDistance() {
    VectorIndex.Nearest found =
        new VectorIndex(FOUR, 2, Prepare.NONE).nearest(new float[] {3, 4}, Metric.EUCLIDEAN, 3);

    assertThat(found.rows()).containsExactly(0, 3, 1);
    assertThat(found.distances()).containsExactly(0, Math.sqrt(2), 5);
  }

  @Test
  void cosineComparesDirectionsAndAZeroVectorIsAtOne() {
    VectorIndex.Nearest found =
        new VectorIndex(FOUR, 2, Prepare.NONE).nearest(new float[] {30, 40}, Metric.COSINE, 4);

    assertThat(found.rows()).containsExactly(0, 3, 1, 2);
    double[] expected = {0, 1 - 24 / 25.0, 1, 2};
    IntStream.range(0, 4)
        .forEach(i -> assertThat(found.distances()[i]).isCloseTo(expected[i], within(1e-12)));
  }

  @Test
  void centeredVectorsAreSeenFromTheirMean() {
    // Around the mean (11, 10) these are (1, 0), (−1, 0), (0, 1), (0, −1).
    float[] far = {12, 10, 10, 10, 11, 11, 11, 9};
    VectorIndex.Nearest found =
        new VectorIndex(far, 2, Prepare.CENTER).nearest(new float[] {11, 12}, Metric.COSINE, 4);

    assertThat(found.rows()).containsExactly(2, 0, 1, 3);
    assertThat(found.distances()).containsExactly(0, 1, 1, 2);
  }

  @Test
  void asManyAreFoundAsThereAre() {
    assertThat(
            new VectorIndex(FOUR, 2, Prepare.NONE)
                .nearest(new float[] {0, 0}, Metric.EUCLIDEAN, 10)
                .rows())
        .containsExactly(1, 0, 2, 3);
  }

  @Test
  void whitenedVectorsAreRefused() {
    assertThatThrownBy(() -> new VectorIndex(FOUR, 2, Prepare.WHITEN))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("center");
  }

  @Test
  void aVectorIsFoundAmongManyAtOnce() {
    Random random = new Random(1);
    float[] vectors = new float[50_000 * 128];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    VectorIndex index = new VectorIndex(vectors, 128, Prepare.NONE);
    float[] query = Arrays.copyOfRange(vectors, 128 * 777, 128 * 778);

    assertThat(index.nearest(query, Metric.EUCLIDEAN, 20).rows()[0]).isEqualTo(777);
  }
}
