package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import kindred.experiment.Metric;
import kindred.torch.Torch;
import org.junit.jupiter.api.Test;

class RecallTest {
  private static final int N = 300;
  private static final int DIMENSION = 7;
  private static final int K = 4;

  private static float[] vectors() {
    float[] vectors = new float[N * DIMENSION];
    Random random = new Random(2);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return vectors;
  }

  private static NeighborSearch.Result search(float[] vectors) {
    try (Torch torch = Torch.open("cpu", 1)) {
      return NeighborSearch.search(
          torch, vectors, DIMENSION, K, Metric.EUCLIDEAN, (done, total) -> {}, () -> false);
    }
  }

  @Test
  void exactSearchFindsAll() {
    float[] vectors = vectors();

    assertThat(Recall.at(search(vectors), vectors, DIMENSION, 1000, 2)).isEqualTo(1);
  }

  @Test
  void everyWrongNeighborOfACheckedRowCounts() {
    float[] vectors = vectors();
    NeighborSearch.Result found = search(vectors);
    found.indices()[0] = 0; // itself
    found.indices()[1] = found.indices()[2]; // twice
    found.indices()[3 * K] = farthest(vectors, 3);

    assertThat(Recall.at(found, vectors, DIMENSION, N, 2)).isEqualTo(1 - 3.0 / (N * K));
    assertThat(Recall.at(found, vectors, DIMENSION, 1, 1)).isEqualTo(0.5);
  }

  private static int farthest(float[] vectors, int row) {
    int farthest = row;
    double largest = 0;
    for (int other = 0; other < N; other++) {
      double distance = 0;
      for (int j = 0; j < DIMENSION; j++) {
        double difference = vectors[row * DIMENSION + j] - vectors[other * DIMENSION + j];
        distance += difference * difference;
      }
      if (distance > largest) {
        largest = distance;
        farthest = other;
      }
    }
    return farthest;
  }
}
