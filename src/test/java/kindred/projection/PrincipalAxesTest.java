package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import kindred.data.Draws;
import kindred.experiment.BadInput;
import kindred.experiment.MapPlan;
import kindred.neighbors.Crew;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalAxesTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void fourPointsOfACrossHaveTheAxesThatOneSees() {
    // ±4 along (3, 4, 0)/5 and ±2 along (−4, 3, 0)/5, around (1, 1, 1): variances 8 and 2.
    float[] cross = {
      1 + 2.4f, 1 + 3.2f, 1, 1 - 2.4f, 1 - 3.2f, 1, 1 - 1.6f, 1 + 1.2f, 1, 1 + 1.6f, 1 - 1.2f, 1
    };
    try (Crew crew = new Crew(2)) {
      PrincipalAxes axes = PrincipalAxes.of(crew, cross, 3);
      assertThat(axes.mean()).containsExactly(new double[] {1, 1, 1}, within(1e-6));
      assertThat(axes.variances()).containsExactly(new double[] {8, 2}, within(1e-5));
      assertThat(axes.explained().get(0)).isCloseTo(0.8, within(1e-6));
      assertThat(axes.explained().get(1)).isCloseTo(0.2, within(1e-6));
      assertThat(axes.axes()[0]).containsExactly(new double[] {0.6, 0.8, 0}, within(1e-6));
      assertThat(axes.axes()[1])
          .as("its largest part is positive")
          .containsExactly(new double[] {0.8, -0.6, 0}, within(1e-6));
      assertThat(axes.project(crew, cross))
          .containsExactly(new double[] {4, 0, -4, 0, 0, -2, 0, 2}, within(1e-5));
    }
  }

  /** The second dimension is too large for a covariance matrix. */
  @ParameterizedTest
  @ValueSource(ints = {40, 700})
  void aPlaneInNoiseIsFoundInAnyDimension(int dimension) {
    Draws draws = new Draws();
    int n = 400;
    float[] vectors = new float[n * dimension];
    for (int row = 0; row < n; row++) {
      double a = 30 * draws.gaussian();
      double b = 15 * draws.gaussian();
      for (int j = 0; j < dimension; j++) {
        vectors[row * dimension + j] = (float) (0.01 * draws.gaussian() + 5);
      }
      vectors[row * dimension + 3] += (float) a;
      vectors[row * dimension + 7] += (float) b;
    }
    try (Crew crew = new Crew(2)) {
      PrincipalAxes axes = PrincipalAxes.of(crew, vectors, dimension);
      assertThat(Math.abs(axes.axes()[0][3])).isGreaterThan(0.99);
      assertThat(Math.abs(axes.axes()[1][7])).isGreaterThan(0.99);
      assertThat(axes.explained().stream().mapToDouble(share -> share).sum())
          .isCloseTo(1, within(1e-4));
      double along = 0;
      for (int j = 0; j < dimension; j++) {
        along += axes.axes()[0][j] * axes.axes()[1][j];
      }
      assertThat(along).isCloseTo(0, EXACT);
    }
  }

  @Test
  void equalVectorsAndASingleOneLieInTheMiddle() {
    for (int n : new int[] {1, 6}) {
      float[] same = new float[3 * n];
      Arrays.fill(same, 0.3f);
      Projection.Result map =
          Projection.pca(same, 3, MapPlan.of(MapPlan.Method.PCA).orElse(null, null), 2);
      assertThat(map.coordinates()).containsExactly(new float[2 * n], within(1e-6f));
      assertThat(map.explained()).containsExactly(0.0, 0.0);
    }
  }

  @Test
  void aPlanTakesOnlyItsOwnMethodsSettings() {
    assertThat(MapPlan.of(MapPlan.Method.UMAP).neighbors()).isEqualTo(15);
    assertThat(MapPlan.of(MapPlan.Method.PCA).seed()).isNull();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new MapPlan(MapPlan.Method.TSNE, null, null, null, 15, null, null))
        .isInstanceOf(BadInput.class)
        .hasMessage("neighbors is a setting of umap, not of tsne");
  }
}
