package kindred.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kindred.data.Draws;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
  private static Torch torch;

  @BeforeAll
  static void openEngine() {
    torch = Torch.open("cpu", 1);
  }

  @AfterAll
  static void closeEngine() {
    torch.close();
  }

  /** Normal vectors, moved along the axis of their class. */
  private static Examples examples(int n, int dimension, int classes, double apart, long seed) {
    Draws draws = new Draws();
    draws.startStream(seed, 0, 0, 0);
    float[] vectors = new float[n * dimension];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = draws.nextInt(classes);
      for (int j = 0; j < dimension; j++) {
        vectors[i * dimension + j] = (float) (draws.gaussian() + (j == labels[i] ? apart : 0));
      }
    }
    return new Examples(vectors, dimension, labels);
  }

  private static Accuracy measure(
      Examples train, Examples test, int classes, int epochs, int seed) {
    return LinearProbe.measure(torch, train, test, classes, epochs, seed, epoch -> {}, () -> false);
  }

  @Test
  void separableClassesAreTold() {
    Accuracy accuracy = measure(examples(1100, 6, 3, 12, 1), examples(300, 6, 3, 12, 2), 3, 200, 1);
    assertThat(accuracy.top1()).isEqualTo(1);
    assertThat(accuracy.perClass()).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void labelsWithoutReasonAreTakenByChance() {
    Accuracy accuracy = measure(examples(1000, 6, 4, 0, 1), examples(1000, 6, 4, 0, 2), 4, 20, 1);
    // 0.25 ± 4 standard deviations of a mean of 1000
    assertThat(accuracy.top1()).isBetween(0.195, 0.305);
  }

  @Test
  void sameSeedRepeatsTheResultAndAnotherDoesNot() {
    Examples train = examples(600, 5, 4, 0.3, 1);
    Examples test = examples(500, 5, 4, 0.3, 2);
    int[][] once = measure(train, test, 4, 2, 7).confusion();
    assertThat(measure(train, test, 4, 2, 7).confusion()).isDeepEqualTo(once);
    assertThat(Arrays.deepEquals(measure(train, test, 4, 2, 8).confusion(), once)).isFalse();
  }

  @Test
  void unitsOfTheRepresentationDoNotMatter() {
    Examples train = examples(600, 5, 3, 1, 1);
    Examples test = examples(300, 5, 3, 1, 2);
    int[][] once = measure(train, test, 3, 30, 1).confusion();
    int[][] scaled = measure(inOtherUnits(train), inOtherUnits(test), 3, 30, 1).confusion();
    assertThat(scaled).isDeepEqualTo(once);
  }

  private static Examples inOtherUnits(Examples examples) {
    float[] vectors = new float[examples.vectors().length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = 64 * examples.vectors()[i] - (i % examples.dimension());
    }
    return new Examples(vectors, examples.dimension(), examples.labels());
  }

  /** Two classes on a line that overlap, so that the cross entropy has one minimum. */
  @Test
  void longTrainingEndsAtTheMinimumOfTheCrossEntropy() {
    float[] x = {0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 6};
    int[] y = {0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1};
    double boundary = boundary(x, y);
    assertThat(boundary).isBetween(1.5, 2.5);
    float[] around = {(float) (boundary - 0.03), (float) (boundary + 0.03)};
    Accuracy accuracy =
        measure(new Examples(x, 1, y), new Examples(around, 1, new int[] {0, 1}), 2, 4000, 1);
    assertThat(accuracy.top1()).isEqualTo(1);
  }

  /** Where logistic regression is undecided: Newton's method in float64. */
  private static double boundary(float[] x, int[] y) {
    double slope = 0;
    double offset = 0;
    for (int step = 0; step < 50; step++) {
      double[] g = new double[2];
      double[] h = new double[3];
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + Math.exp(-slope * x[i] - offset));
        g[0] += (p - y[i]) * x[i];
        g[1] += p - y[i];
        h[0] += p * (1 - p) * x[i] * x[i];
        h[1] += p * (1 - p) * x[i];
        h[2] += p * (1 - p);
      }
      double determinant = h[0] * h[2] - h[1] * h[1];
      slope -= (h[2] * g[0] - h[1] * g[1]) / determinant;
      offset -= (h[0] * g[1] - h[1] * g[0]) / determinant;
    }
    return -offset / slope;
  }

  @Test
  void stopEndsTheProbeWithoutAResult() {
    Examples examples = examples(50, 3, 2, 1, 1);
    List<Integer> told = new ArrayList<>();
    Accuracy stopped =
        LinearProbe.measure(torch, examples, examples, 2, 10, 1, told::add, () -> told.size() == 3);
    assertThat(stopped).isNull();
    assertThat(told).containsExactly(1, 2, 3);
    told.clear();
    assertThat(LinearProbe.measure(torch, examples, examples, 2, 4, 1, told::add, () -> false))
        .isNotNull();
    assertThat(told).containsExactly(1, 2, 3, 4);
  }

  @Test
  void nothingNativeStaysBehind() {
    int before = torch.alive();
    Examples examples = examples(50, 3, 2, 1, 1);
    measure(examples, examples, 2, 3, 1);
    assertThat(torch.alive()).isEqualTo(before);
  }
}
