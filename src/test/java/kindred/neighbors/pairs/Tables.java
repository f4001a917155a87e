package kindred.neighbors.pairs;

import java.util.Random;
import java.util.stream.IntStream;
import kindred.experiment.Metric;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;

/** Tables of points whose neighbors are found by comparing all. */
final class Tables {
  private Tables() {}

  /** The k nearest of points on a plane, which the seed scatters. */
  static NeighborGraph graph(int n, int k, long seed) {
    Random random = new Random(seed);
    double[] x = random.doubles(n).toArray();
    double[] y = random.doubles(n).toArray();
    int[] indices = new int[n * k];
    float[] distances = new float[n * k];
    for (int i = 0; i < n; i++) {
      int from = i;
      int[] nearest =
          IntStream.range(0, n)
              .filter(j -> j != from)
              .boxed()
              .sorted(
                  (a, b) ->
                      Double.compare(
                          Math.hypot(x[a] - x[from], y[a] - y[from]),
                          Math.hypot(x[b] - x[from], y[b] - y[from])))
              .limit(k)
              .mapToInt(j -> j)
              .toArray();
      for (int rank = 0; rank < k; rank++) {
        indices[i * k + rank] = nearest[rank];
        distances[i * k + rank] =
            (float) Math.hypot(x[nearest[rank]] - x[i], y[nearest[rank]] - y[i]);
      }
    }
    return NeighborGraph.of(
        new NeighborSearch.Result(n, k, indices, distances),
        IntStream.range(0, n).toArray(),
        n,
        new NeighborGraph.Meta(Metric.EUCLIDEAN, null, null, null, null));
  }

  /** Classes drawn at random, each of so many as likely as the others; some unknown. */
  static int[] labels(int n, int classes, double unknown, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, n)
        .map(i -> random.nextDouble() < unknown ? -1 : random.nextInt(classes))
        .toArray();
  }

  static PairTable table(int n, int k, int classes, long seed) {
    return PairTable.of(graph(n, k, seed), labels(n, classes, 0.1, seed));
  }
}
