package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final MapPlan PLAN =
      MapPlan.of(MapPlan.Method.PCA).orElse(Metric.EUCLIDEAN, Prepare.NONE);
  private static final float[] VECTORS = Blobs.vectors(5, 40);

  private static int[] clusters(int k, long seed, int threads) {
    return Clusters.of(VECTORS, Blobs.DIMENSION, PLAN, k, seed, threads, () -> false);
  }

  @Test
  void roundGroupsAreFound() {
    int[] found = clusters(5, 1, 2);
    for (int group = 0; group < 5; group++) {
      assertThat(Arrays.copyOfRange(found, 40 * group, 40 * group + 40))
          .containsOnly(found[40 * group]);
    }
    assertThat(Arrays.stream(found).distinct().sorted().toArray()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void largerGroupsComeFirstAndSeedsAndThreadsKeepTheirWord() {
    int[] found = clusters(3, 9, 1);
    long[] sizes =
        IntStream.range(0, 3)
            .mapToLong(group -> Arrays.stream(found).filter(one -> one == group).count())
            .toArray();
    assertThat(sizes[0]).isGreaterThanOrEqualTo(sizes[1]);
    assertThat(sizes[1]).isGreaterThanOrEqualTo(sizes[2]);
    assertThat(clusters(3, 9, 3)).isEqualTo(found);
  }

  @Test
  void oneGroupAndTooManyAndAStop() {
    assertThat(clusters(1, 1, 2)).containsOnly(0);
    assertThatThrownBy(() -> clusters(201, 1, 2))
        .isInstanceOf(BadInput.class)
        .hasMessage("clusters are 201; 200 images can be in 1 to 200");
    assertThat(Clusters.of(VECTORS, Blobs.DIMENSION, PLAN, 2, 1, 1, () -> true)).isNull();
  }

  @Test
  void copiesAreNoTrouble() {
    float[] same = new float[30];
    assertThat(Clusters.of(same, 3, PLAN, 4, 1, 1, () -> false)).hasSize(10);
  }
}
