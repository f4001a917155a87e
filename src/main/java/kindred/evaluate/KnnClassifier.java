package kindred.evaluate;

import java.util.Arrays;
import kindred.torch.TopSimilar;
import kindred.torch.Torch;

/**
 * Weighted k-nearest-neighbor classification (Wu et al. 2018): each of the k training examples most
 * similar by cosine votes for its class with exp(cos / T).
 */
public final class KnnClassifier {
  private static final int QUERIES_AT_ONCE = 500;

  private KnnClassifier() {}

  /** Classifies the test examples; k is cut to the number of training examples. */
  public static Classified classify(
      Torch torch, Examples train, Examples test, int classes, int k, double temperature) {
    Vote vote = new Vote(Math.min(k, train.count()), temperature, false);
    return Classified.of(scores(torch, train, test, classes, vote), test.labels(), classes);
  }

  /** The same, of which only the accuracy is wanted. */
  public static Accuracy measure(
      Torch torch, Examples train, Examples test, int classes, int k, double temperature) {
    return classify(torch, train, test, classes, k, temperature).accuracy();
  }

  /**
   * Accuracy on every example, each classified by the others.
   *
   * @param examples at least two
   */
  public static Accuracy leaveOneOut(
      Torch torch, Examples examples, int classes, int k, double temperature) {
    Vote vote = new Vote(Math.min(k, examples.count() - 1), temperature, true);
    return Accuracy.of(
        scores(torch, examples, examples, classes, vote), examples.labels(), classes);
  }

  /**
   * How neighbors vote.
   *
   * @param k of them
   * @param notItself whether query i may not vote for itself, which is training example i
   */
  private record Vote(int k, double temperature, boolean notItself) {
    int candidates() {
      return notItself ? k + 1 : k;
    }

    /** Adds the votes of one query's candidates, most similar first. */
    void count(TopSimilar.Found found, int from, int query, int[] labels, float[] scores, int at) {
      int voted = 0;
      float greatest = 0;
      for (int i = from; voted < k; i++) {
        int neighbor = found.indices()[i];
        // Of k + 1 candidates one at most is the query itself, so k are left.
        if (notItself && neighbor == query) {
          continue;
        }
        // Divided by the greatest vote, which changes no order and keeps exp within float.
        greatest = voted++ == 0 ? found.products()[i] : greatest;
        scores[at + labels[neighbor]] +=
            (float) Math.exp((found.products()[i] - greatest) / temperature);
      }
    }
  }

  private static float[] scores(
      Torch torch, Examples train, Examples test, int classes, Vote vote) {
    int d = train.dimension();
    float[] scores = new float[test.count() * classes];
    float[] queries = UnitVectors.of(test.vectors(), d);
    try (TopSimilar similar = new TopSimilar(torch, UnitVectors.of(train.vectors(), d), d)) {
      for (int from = 0; from < test.count(); from += QUERIES_AT_ONCE) {
        int to = Math.min(from + QUERIES_AT_ONCE, test.count());
        float[] some = Arrays.copyOfRange(queries, from * d, to * d);
        TopSimilar.Found found = similar.top(some, vote.candidates());
        for (int image = from; image < to; image++) {
          int first = (image - from) * vote.candidates();
          vote.count(found, first, image, train.labels(), scores, image * classes);
        }
      }
    }
    return scores;
  }
}
