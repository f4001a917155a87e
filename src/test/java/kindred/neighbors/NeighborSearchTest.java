package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import kindred.data.Draws;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Precision;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NeighborSearchTest {
  private static Torch torch;

  @BeforeAll
  static void openEngine() {
    torch = Torch.open("cpu", 2);
  }

  @AfterAll
  static void closeEngine() {
    torch.close();
  }

  /** Normal numbers around a mean, in each dimension. */
  private static float[] normal(int n, int dimension, double mean) {
    Draws draws = new Draws();
    draws.startStream(n, dimension, 0, 0);
    float[] vectors = new float[n * dimension];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) (mean + draws.gaussian());
    }
    return vectors;
  }

  private static NeighborSearch.Result search(
      float[] vectors, int dimension, int k, Metric metric) {
    return NeighborSearch.search(
        torch, vectors, dimension, k, metric, (done, total) -> {}, () -> false);
  }

  /** Whatever the precision that candidates are found with. */
  private static void isExact(float[] vectors, int dimension, int k, Metric metric) {
    for (Precision precision : List.of(Precision.FP32, Precision.BF16)) {
      NeighborSearch.Result found =
          NeighborSearch.search(
              torch, vectors, dimension, k, metric, precision, (done, all) -> {}, () -> false);
      isExact(found, vectors, dimension, k, metric);
    }
  }

  private static void isExact(
      NeighborSearch.Result found, float[] vectors, int dimension, int k, Metric metric) {
    int[] nearest = BruteForce.nearest(vectors, dimension, k, metric);
    int n = vectors.length / dimension;
    assertThat(found.n()).isEqualTo(n);
    assertThat(found.k()).isEqualTo(k);
    for (int i = 0; i < n * k; i++) {
      String where = metric + " n " + n + " row " + i / k + " rank " + i % k;
      assertThat(found.indices()[i]).as(where).isEqualTo(nearest[i]);
      float expected = (float) BruteForce.distance(vectors, dimension, i / k, nearest[i], metric);
      assertThat(Math.abs(found.distances()[i] - expected))
          .as(where)
          .isLessThanOrEqualTo(1e-6f * Math.max(expected, 1e-6f));
    }
  }

  @Test
  void isExactForAnyNumberOfVectors() {
    for (Metric metric : Metric.values()) {
      isExact(normal(2, 3, 0), 3, 1, metric);
      isExact(normal(12, 5, 0), 5, 11, metric);
      isExact(normal(300, 33, 0), 33, 20, metric);
      isExact(normal(1023, 8, 0), 8, 3, metric);
      isExact(normal(1024, 8, 0), 8, 3, metric);
      isExact(normal(1025, 8, 0), 8, 3, metric);
      isExact(normal(2300, 16, 0), 16, 10, metric);
    }
  }

  /** As in an embedding whose vectors hardly differ in direction. */
  @Test
  void isExactWhenAllVectorsShareALargeMean() {
    for (Metric metric : Metric.values()) {
      isExact(normal(600, 16, 100), 16, 5, metric);
      isExact(normal(600, 16, 10_000), 16, 5, metric);
    }
  }

  /** Within a cluster all squared distances are less than fp32 can tell from zero. */
  @Test
  void isExactWithinTightClustersFarApart() {
    float[] vectors = normal(900, 8, 0);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vectors[i] * 1e-3f + (i / 8 % 3 == i % 8 ? 10 : 1);
    }
    for (Metric metric : Metric.values()) {
      isExact(vectors, 8, 3, metric);
    }
  }

  /** More ties than candidates that are kept. */
  @Test
  void pointsOfACoarseGridComeInTheirOrder() {
    Draws draws = new Draws();
    float[] vectors = new float[3 * 700];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = draws.nextInt(3) + 0.7f;
    }
    isExact(vectors, 3, 30, Metric.EUCLIDEAN);
  }

  @Test
  void isExactWhenLengthsDifferWidely() {
    float[] vectors = normal(400, 12, 0);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] *= (float) Math.pow(10, i / 12 % 7 - 3);
    }
    isExact(vectors, 12, 5, Metric.COSINE);
  }

  @Test
  void distancesAreThoseOfTheDefinition() {
    float[] triangle = {0, 0, 3, 4, 6, 0};
    assertThat(search(triangle, 2, 2, Metric.EUCLIDEAN).indices())
        .containsExactly(1, 2, 0, 2, 1, 0);
    assertThat(search(triangle, 2, 2, Metric.EUCLIDEAN).distances())
        .containsExactly(5, 6, 5, 5, 5, 6);
    float[] directions = {1, 0, 0, 2, -5, 0, 3, 3};
    NeighborSearch.Result found = search(directions, 2, 3, Metric.COSINE);
    assertThat(Arrays.copyOf(found.indices(), 3)).containsExactly(3, 1, 2);
    float close = (float) (1 - Math.sqrt(0.5));
    assertThat(Arrays.copyOf(found.distances(), 3)).containsExactly(close, 1, 2);
  }

  @Test
  void ofEqualDistancesTheLowerIndexComesFirst() {
    int n = 1500;
    float[] same = new float[n * 4];
    Arrays.fill(same, 0.3f);
    for (Metric metric : Metric.values()) {
      NeighborSearch.Result found = search(same, 4, 3, metric);
      assertThat(Arrays.copyOf(found.indices(), 12))
          .as(metric.toString())
          .containsExactly(1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2);
      assertThat(Arrays.copyOfRange(found.indices(), 3 * (n - 1), 3 * n)).containsExactly(0, 1, 2);
    }
  }

  @Test
  void duplicatesInManyGroupsComeInTheirOrder() {
    int n = 2100;
    float[] groups = normal(7, 9, 0);
    float[] vectors = new float[n * 9];
    for (int i = 0; i < n; i++) {
      System.arraycopy(groups, i % 7 * 9, vectors, i * 9, 9);
    }
    for (Metric metric : Metric.values()) {
      NeighborSearch.Result found = search(vectors, 9, 4, metric);
      for (int row = 0; row < n; row++) {
        int self = row;
        int[] firstOfGroup =
            IntStream.iterate(row % 7, i -> i + 7).filter(i -> i != self).limit(4).toArray();
        assertThat(Arrays.copyOfRange(found.indices(), 4 * row, 4 * row + 4))
            .as("%s row %d", metric, row)
            .isEqualTo(firstOfGroup);
      }
    }
  }

  @Test
  void pointsOfAGridAtEqualDistancesComeInTheirOrder() {
    float[] grid = new float[2 * 900];
    for (int point = 0, x = 0; x < 30; x++) {
      for (int y = 0; y < 30; y++, point++) {
        grid[2 * point] = x;
        grid[2 * point + 1] = y;
      }
    }
    isExact(grid, 2, 6, Metric.EUCLIDEAN);
  }

  @Test
  void zeroVectorIsAtCosineDistanceOneFromEverything() {
    float[] vectors = normal(40, 6, 0);
    for (int zero : new int[] {0, 7, 8}) {
      Arrays.fill(vectors, 6 * zero, 6 * zero + 6, 0);
    }
    NeighborSearch.Result found = search(vectors, 6, 39, Metric.COSINE);
    assertThat(Arrays.copyOfRange(found.indices(), 7 * 39, 8 * 39))
        .isEqualTo(IntStream.range(0, 40).filter(i -> i != 7).toArray());
    assertThat(Arrays.copyOfRange(found.distances(), 7 * 39, 8 * 39)).containsOnly(1);
    isExact(vectors, 6, 39, Metric.COSINE);
    isExact(vectors, 6, 3, Metric.COSINE);
  }

  /** More zero vectors than candidates that are kept, away from all others. */
  @Test
  void manyZeroVectorsDoNotCrowdOutTheOthers() {
    float[] vectors = normal(200, 6, 2);
    Arrays.fill(vectors, 600, 1200, 0);
    isExact(vectors, 6, 5, Metric.COSINE);
  }

  @Test
  void threadsDoNotChangeTheResult() {
    float[] vectors = normal(1500, 10, 1);
    for (Metric metric : Metric.values()) {
      NeighborSearch.Result two = search(vectors, 10, 5, metric);
      for (int threads : new int[] {1, 3}) {
        try (Torch other = Torch.open("cpu", threads)) {
          NeighborSearch.Result found =
              NeighborSearch.search(
                  other, vectors, 10, 5, metric, (done, total) -> {}, () -> false);
          assertThat(Arrays.equals(found.indices(), two.indices())).isTrue();
          assertThat(Arrays.equals(found.distances(), two.distances())).isTrue();
        }
      }
    }
  }

  @Test
  void kThatLeavesNoOthersIsRefused() {
    assertThatThrownBy(() -> search(normal(5, 2, 0), 2, 5, Metric.EUCLIDEAN))
        .isInstanceOf(BadInput.class)
        .hasMessage("k is 5, but each of 5 images has only 4 others");
    assertThatThrownBy(() -> search(normal(5, 2, 0), 2, 0, Metric.COSINE))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("k is 0");
    assertThat(search(normal(5, 2, 0), 2, 4, Metric.EUCLIDEAN).indices()).hasSize(20);
  }

  @Test
  void progressCountsEveryPairOfTilesOnce() {
    List<Long> told = new ArrayList<>();
    NeighborSearch.search(
        torch,
        normal(2049, 2, 0),
        2,
        1,
        Metric.EUCLIDEAN,
        (done, total) -> {
          told.add(done);
          assertThat(total).isEqualTo(6);
        },
        () -> false);
    assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void stopEndsTheSearchWithoutAResult() {
    List<Long> told = new CopyOnWriteArrayList<>();
    NeighborSearch.Result found =
        NeighborSearch.search(
            torch,
            normal(2049, 2, 0),
            2,
            1,
            Metric.EUCLIDEAN,
            (done, total) -> told.add(done),
            () -> told.size() >= 2);
    assertThat(found).isNull();
    assertThat(told).startsWith(1L, 2L).hasSizeLessThanOrEqualTo(1 + torch.threads());
  }

  @Test
  void nothingNativeStaysBehind() {
    int before = torch.alive();
    search(normal(100, 4, 0), 4, 2, Metric.COSINE);
    assertThat(torch.alive()).isEqualTo(before);
  }

  @Test
  void parallelVectorsAreAtCosineDistanceZeroAndNotBelow() {
    int dimension = 17;
    float[] some = normal(200, dimension, 0.5);
    float[] vectors = new float[2 * some.length];
    for (int i = 0; i < some.length; i++) {
      vectors[i] = some[i];
      vectors[some.length + i] = 3 * some[i];
    }
    for (float nearest : search(vectors, dimension, 1, Metric.COSINE).distances()) {
      assertThat(nearest).isBetween(0f, 1e-12f);
    }
  }
}
