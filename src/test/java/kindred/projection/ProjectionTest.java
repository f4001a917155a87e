package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kindred.experiment.MapPlan;
import kindred.experiment.MapPlan.Method;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.neighbors.NeighborSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectionTest {
  private static final int GROUPS = 4;
  private static final int EACH = 60;
  private static final float[] VECTORS = Blobs.vectors(GROUPS, EACH);

  private static MapPlan plan(Method method) {
    return MapPlan.of(method).orElse(Metric.EUCLIDEAN, Prepare.NONE);
  }

  private static Projection.Result map(MapPlan plan, float[] vectors, int threads) {
    Projection.Result start = Projection.pca(vectors, Blobs.DIMENSION, plan, threads);
    int k = Projection.neighbors(plan, vectors.length / Blobs.DIMENSION);
    return Projection.layout(
        plan,
        start.coordinates(),
        Blobs.nearest(vectors, Blobs.DIMENSION, k),
        threads,
        (done, total) -> {},
        () -> false);
  }

  @ParameterizedTest
  @EnumSource(names = {"UMAP", "TSNE"})
  void groupsComeApartAndNeighborsStayTogether(Method method) {
    MapPlan plan = plan(method);
    float[] places = map(plan, VECTORS, 2).coordinates();
    int ofOwn = 0;
    NeighborSearch.Result near = Blobs.nearest(places, 2, 10);
    for (int i = 0; i < near.indices().length; i++) {
      ofOwn += near.indices()[i] / EACH == i / 10 / EACH ? 1 : 0;
    }
    assertThat(ofOwn / (double) near.indices().length).isGreaterThan(0.99);
    assertThat(Trustworthiness.of(VECTORS, Blobs.DIMENSION, plan, places, 2)).isGreaterThan(0.93);
  }

  @ParameterizedTest
  @EnumSource(names = {"UMAP", "TSNE"})
  void theSameSeedGivesTheSameBitsWithAnyThreads(Method method) {
    MapPlan plan = plan(method);
    float[] first = map(plan, VECTORS, 1).coordinates();
    assertThat(map(plan, VECTORS, 3).coordinates()).isEqualTo(first);
    MapPlan other = new MapPlan(method, plan.metric(), plan.prepare(), 2L, null, null, null);
    assertThat(map(other, VECTORS, 1).coordinates()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(names = {"UMAP", "TSNE"})
  void copiesAndVeryFewVectorsHavePlacesToo(Method method) {
    for (int n : new int[] {5, 6, 40}) {
      float[] copies = new float[n * Blobs.DIMENSION];
      Arrays.fill(copies, 1.5f);
      for (float value : map(plan(method), copies, 2).coordinates()) {
        assertThat(value).isFinite();
      }
    }
    assertThat(Projection.neighbors(plan(method), 4)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"UMAP", "TSNE"})
  void itIsToldHowFarItIsAndStopsWhenAsked(Method method) {
    MapPlan plan = plan(method);
    List<Long> steps = new ArrayList<>();
    NeighborSearch.Result nearest = Blobs.nearest(VECTORS, Blobs.DIMENSION, 90);
    float[] start = Projection.pca(VECTORS, Blobs.DIMENSION, plan, 2).coordinates();
    assertThat(
            Projection.layout(
                plan,
                start,
                nearest,
                2,
                (done, total) -> {
                  assertThat(done).isLessThanOrEqualTo(total);
                  steps.add(done);
                },
                () -> steps.size() >= 7))
        .isNull();
    assertThat(steps).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void cosineLooksAtDirectionsAlone() {
    float[] scaled = VECTORS.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 1 + i / Blobs.DIMENSION % 5;
    }
    MapPlan plan = MapPlan.of(Method.PCA).orElse(Metric.COSINE, Prepare.NONE);
    float[] one = Projection.pca(VECTORS, Blobs.DIMENSION, plan, 2).coordinates();
    float[] other = Projection.pca(scaled, Blobs.DIMENSION, plan, 2).coordinates();
    assertThat(other).containsExactly(one, within(1e-5f));
  }

  @Test
  void aTurnedMirroredAndScaledMapIsMovedBack() {
    float[] map = map(plan(Method.UMAP), VECTORS, 2).coordinates();
    float[] moved = new float[map.length];
    for (int i = 0; i < map.length; i += 2) {
      moved[i] = 3 * (0.6f * map[i] + 0.8f * map[i + 1]) + 7;
      moved[i + 1] = 3 * (0.8f * map[i] - 0.6f * map[i + 1]) - 100;
    }
    assertThat(Projection.onto(map, moved)).containsExactly(map, within(1e-4f));
  }

  @Test
  void aNewVectorIsPlacedAmongItsNeighbors() {
    float[] map = {0, 0, 4, 0, 0, 4, 100, 100};
    assertThat(Placement.among(map, new int[] {1, 2}, new float[] {1, 1})).containsExactly(2, 2);
    assertThat(Placement.among(map, new int[] {2, 0}, new float[] {0, 1})).containsExactly(0, 4);
    float[] nearer = Placement.among(map, new int[] {0, 1}, new float[] {1, 2});
    double first = Math.exp(-4 / 9.0);
    double second = Math.exp(-16 / 9.0);
    assertThat(nearer[0]).isCloseTo((float) (4 * second / (first + second)), within(1e-6f));
  }
}
