package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import org.junit.jupiter.api.Test;

class TrustworthinessTest {
  private static final MapPlan PLAN =
      MapPlan.of(MapPlan.Method.UMAP).orElse(Metric.EUCLIDEAN, Prepare.NONE);

  /** Waves of four speeds; the numbers are those of scikit-learn 1.9. */
  @Test
  void agreesWithScikitLearn() {
    float[] vectors = new float[240];
    float[] map = new float[120];
    float[] backwards = new float[120];
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 4; j++) {
        vectors[4 * i + j] = (float) Math.sin(i * (j + 1));
      }
      map[2 * i] = (float) Math.sin(i);
      map[2 * i + 1] = (float) Math.cos(2 * i);
      backwards[2 * (59 - i)] = map[2 * i];
      backwards[2 * (59 - i) + 1] = map[2 * i + 1];
    }
    assertThat(Trustworthiness.of(vectors, 4, PLAN, map, 2))
        .isCloseTo(0.7503603603603604, within(1e-9));
    assertThat(Trustworthiness.of(vectors, 4, PLAN, backwards, 2))
        .isCloseTo(0.7446246246246246, within(1e-9));
    assertThat(Trustworthiness.of(map, 2, PLAN, map, 2)).isEqualTo(1);
  }

  @Test
  void saysNothingOfTooFewVectorsOrWhitenedOnes() {
    assertThat(Trustworthiness.of(new float[58], 2, PLAN, new float[58], 1)).isNaN();
    MapPlan whitened = MapPlan.of(MapPlan.Method.UMAP).orElse(Metric.EUCLIDEAN, Prepare.WHITEN);
    assertThat(Trustworthiness.of(new float[80], 2, whitened, new float[80], 1)).isNaN();
  }
}
