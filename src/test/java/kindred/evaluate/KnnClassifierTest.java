package kindred.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import kindred.data.Draws;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnnClassifierTest {
  private static Torch torch;

  @BeforeAll
  static void openEngine() {
    torch = Torch.open("cpu", 1);
  }

  @AfterAll
  static void closeEngine() {
    torch.close();
  }

  /** Cosines with (3, 1): 0.949, 0.316, 0.894, −0.949. */
  private static final Examples TRAIN =
      new Examples(new float[] {1, 0, 0, 2, 3, 3, -7, 0}, 2, new int[] {0, 1, 1, 0});

  private static int taken(int k, double temperature) {
    Examples query = new Examples(new float[] {3, 1}, 2, new int[] {0});
    Accuracy accuracy = KnnClassifier.measure(torch, TRAIN, query, 2, k, temperature);
    return accuracy.confusion()[0][0] == 1 ? 0 : 1;
  }

  @Test
  void votesAreWeightedByTheirSimilarity() {
    // exp(9.49) = 13,187 for class 0; exp(8.94) + exp(3.16) = 7,687 for class 1
    assertThat(taken(3, 0.1)).isZero();
    // exp(0.949) = 2.58 for class 0; exp(0.894) + exp(0.316) = 3.82 for class 1
    assertThat(taken(3, 1)).isEqualTo(1);
  }

  @Test
  void onlyTheKMostSimilarVote() {
    assertThat(taken(1, 1)).isZero();
    // 2.58 against exp(0.894) = 2.45
    assertThat(taken(2, 1)).isZero();
    // the opposite vector votes as well; T = 0.4: 10.7 + 0.09 against 9.4 + 2.2
    assertThat(taken(4, 0.4)).isEqualTo(1);
    // T = 0.3: 23.6 + 0.04 against 19.7 + 2.9
    assertThat(taken(4, 0.3)).isZero();
    assertThat(taken(100, 0.3)).isZero();
  }

  /** exp(1 / 0.001) is more than a number can be. */
  @Test
  void smallTemperatureLeavesTheDecisionToTheNearest() {
    for (double temperature : new double[] {0.02, 0.01, 0.001}) {
      Examples train = new Examples(new float[] {1, 0.1f, 1, 0}, 2, new int[] {0, 1});
      Examples test = new Examples(new float[] {5, 0, 1, 0.09f}, 2, new int[] {1, 0});
      assertThat(KnnClassifier.measure(torch, train, test, 2, 2, temperature).top1()).isEqualTo(1);
      Examples far = new Examples(new float[] {-1, 0.2f, -1, 0.1f}, 2, new int[] {0, 1});
      Examples query = new Examples(new float[] {0.1f, -1}, 2, new int[] {1});
      assertThat(KnnClassifier.measure(torch, far, query, 2, 2, temperature).top1()).isEqualTo(1);
    }
  }

  private static Examples noisy(int n, int dimension, int classes, long seed) {
    Draws draws = new Draws();
    draws.startStream(seed, 0, 0, 0);
    float[] vectors = new float[n * dimension];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = draws.nextInt(classes);
      for (int j = 0; j < dimension; j++) {
        vectors[i * dimension + j] = (float) (draws.gaussian() + (j == labels[i] ? 1.5 : 0));
      }
    }
    return new Examples(vectors, dimension, labels);
  }

  private static double cosine(float[] a, int i, float[] b, int j, int d) {
    double dot = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int c = 0; c < d; c++) {
      dot += (double) a[i * d + c] * b[j * d + c];
      lengthA += (double) a[i * d + c] * a[i * d + c];
      lengthB += (double) b[j * d + c] * b[j * d + c];
    }
    return dot / Math.sqrt(lengthA * lengthB);
  }

  /** The formula in float64, one query at a time. */
  private static int[][] confusion(Examples train, Examples test, int classes, int k, double t) {
    int[][] confusion = new int[classes][classes];
    for (int query = 0; query < test.count(); query++) {
      int q = query;
      double[] cosines =
          IntStream.range(0, train.count())
              .mapToDouble(i -> cosine(test.vectors(), q, train.vectors(), i, test.dimension()))
              .toArray();
      double[] votes = new double[classes];
      IntStream.range(0, train.count())
          .boxed()
          .sorted(Comparator.comparing(i -> -cosines[i]))
          .limit(k)
          .forEach(i -> votes[train.labels()[i]] += Math.exp(cosines[i] / t));
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = votes[c] > votes[best] ? c : best;
      }
      confusion[test.labels()[query]][best]++;
    }
    return confusion;
  }

  /** More queries than are answered at once, so that none is lost or mixed up between them. */
  @Test
  void equalsTheFormulaInDoublePrecision() {
    Examples train = noisy(300, 6, 4, 1);
    Examples test = noisy(1203, 6, 4, 2);
    Accuracy accuracy = KnnClassifier.measure(torch, train, test, 4, 20, 0.1);
    assertThat(accuracy.confusion()).isDeepEqualTo(confusion(train, test, 4, 20, 0.1));
    assertThat(accuracy.top1()).isBetween(0.5, 0.9);
  }

  @Test
  void nothingNativeStaysBehind() {
    int before = torch.alive();
    taken(2, 0.1);
    assertThat(torch.alive()).isEqualTo(before);
  }

  @Test
  void leavingOneOutAnExampleHasNoVoteOnItself() {
    float[] pairs = {1, 0, 1, 0.1f, 0, 1, 0.1f, 1};
    Examples alike = new Examples(pairs, 2, new int[] {0, 0, 1, 1});
    Examples different = new Examples(pairs, 2, new int[] {0, 1, 0, 1});

    assertThat(KnnClassifier.leaveOneOut(torch, alike, 2, 1, 0.1).top1()).isEqualTo(1);
    assertThat(KnnClassifier.leaveOneOut(torch, different, 2, 1, 0.1).top1()).isZero();
  }

  /** All cosines are 1, so nothing says that an example is among its own nearest. */
  @Test
  void leavingOneOutWorksOnEqualVectors() {
    Examples equal = new Examples(new float[] {1, 1, 1, 1, 1, 1, 1, 1}, 2, new int[] {0, 0, 0, 0});

    assertThat(KnnClassifier.leaveOneOut(torch, equal, 2, 2, 0.1).top1()).isEqualTo(1);
    assertThat(KnnClassifier.leaveOneOut(torch, equal, 2, 99, 0.1).top1()).isEqualTo(1);
  }
}
