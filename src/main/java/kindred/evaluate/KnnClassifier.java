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

  /** Accuracy on the test examples; k is cut to the number of training examples. */
  public static Accuracy measure(
      Torch torch, Examples train, Examples test, int classes, int k, double temperature) {
    int d = train.dimension();
    int votes = Math.min(k, train.count());
    float[] scores = new float[test.count() * classes];
    float[] queries = normalized(test.vectors(), d);
    try (TopSimilar similar = new TopSimilar(torch, normalized(train.vectors(), d), d)) {
      for (int from = 0; from < test.count(); from += QUERIES_AT_ONCE) {
        int to = Math.min(from + QUERIES_AT_ONCE, test.count());
        TopSimilar.Found found = similar.top(Arrays.copyOfRange(queries, from * d, to * d), votes);
        for (int i = 0; i < (to - from) * votes; i++) {
          int image = from + i / votes;
          int label = train.labels()[found.indices()[i]];
          // Divided by the greatest vote, which changes no order and keeps exp within float.
          float greatest = found.products()[i / votes * votes];
          scores[image * classes + label] +=
              (float) Math.exp((found.products()[i] - greatest) / temperature);
        }
      }
    }
    return Accuracy.of(scores, test.labels(), classes);
  }

  private static float[] normalized(float[] vectors, int d) {
    float[] unit = new float[vectors.length];
    for (int row = 0; row < vectors.length; row += d) {
      double square = 0;
      for (int j = row; j < row + d; j++) {
        square += (double) vectors[j] * vectors[j];
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int j = row; j < row + d; j++) {
        unit[j] = (float) (vectors[j] * scale);
      }
    }
    return unit;
  }
}
