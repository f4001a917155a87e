package kindred.gui.results.neighbors;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kindred.gui.results.Curve;
import kindred.neighbors.NeighborGraph;

/**
 * How good a run's neighbors are: figures and curves. Computed in a moment, on a background thread.
 *
 * @param byRank purity@k by k
 * @param byShare purity of the closest share of the nearest pairs, by the share of all images that
 *     it covers; empty if distances are unknown
 * @param hubs the images that are most others' nearest, most first
 * @param chosen how often each of them is
 * @param never share of the images with a neighbor that are nobody's nearest
 * @param covered share of all images that have a neighbor
 */
record Purities(
    Curve byRank, Curve byShare, List<Integer> hubs, int[] chosen, double never, double covered) {
  private static final int HUBS = 12;
  private static final int POINTS = 100;

  /** Counts. */
  static Purities of(NeighborResult result) {
    NeighborGraph graph = result.graph();
    int[] chosen = new int[graph.count()];
    int covered = 0;
    for (int image = 0; image < graph.count(); image++) {
      if (graph.neighbor(image, 0) != NeighborGraph.NONE) {
        covered++;
        chosen[graph.neighbor(image, 0)]++;
      }
    }
    int never = 0;
    for (int image = 0; image < graph.count(); image++) {
      never += graph.neighbor(image, 0) != NeighborGraph.NONE && chosen[image] == 0 ? 1 : 0;
    }
    List<Integer> hubs =
        IntStream.range(0, graph.count())
            .boxed()
            .filter(image -> chosen[image] > 1)
            .sorted(Comparator.comparingInt(image -> -chosen[image]))
            .limit(HUBS)
            .toList();
    return new Purities(
        byRank(result),
        byShare(result),
        hubs,
        hubs.stream().mapToInt(hub -> chosen[hub]).toArray(),
        covered == 0 ? 0 : (double) never / covered,
        (double) covered / graph.count());
  }

  private static Curve byRank(NeighborResult result) {
    NeighborGraph graph = result.graph();
    int[] labels = result.labels();
    double[] sum = new double[graph.k()];
    int[] images = new int[graph.k()];
    for (int image = 0; image < graph.count(); image++) {
      int known = 0;
      int same = 0;
      for (int rank = 0; rank < graph.k() && labels[image] >= 0; rank++) {
        int neighbor = graph.neighbor(image, rank);
        if (neighbor != NeighborGraph.NONE && labels[neighbor] >= 0) {
          known++;
          same += labels[neighbor] == labels[image] ? 1 : 0;
        }
        if (known > 0) {
          sum[rank] += (double) same / known;
          images[rank]++;
        }
      }
    }
    double[] k = new double[graph.k()];
    Arrays.setAll(k, rank -> rank + 1);
    double[] purity = new double[graph.k()];
    Arrays.setAll(purity, rank -> sum[rank] / images[rank]);
    return images[0] == 0 ? Curve.NONE : new Curve(k, purity);
  }

  private static Curve byShare(NeighborResult result) {
    NeighborGraph graph = result.graph();
    int[] labels = result.labels();
    int[] pairs =
        IntStream.range(0, graph.count())
            .filter(image -> graph.neighbor(image, 0) != NeighborGraph.NONE)
            .filter(image -> !Float.isNaN(graph.distance(image, 0)))
            .filter(image -> labels[image] >= 0 && labels[graph.neighbor(image, 0)] >= 0)
            .boxed()
            .sorted(Comparator.comparingDouble(image -> graph.distance(image, 0)))
            .mapToInt(Integer::intValue)
            .toArray();
    int points = Math.min(POINTS, pairs.length);
    double[] share = new double[points];
    double[] purity = new double[points];
    int same = 0;
    int point = 0;
    for (int i = 0; i < pairs.length; i++) {
      same += labels[pairs[i]] == labels[graph.neighbor(pairs[i], 0)] ? 1 : 0;
      if (i + 1 == (long) pairs.length * (point + 1) / points) {
        share[point] = (double) (i + 1) / graph.count();
        purity[point++] = (double) same / (i + 1);
      }
    }
    return points == 0 ? Curve.NONE : new Curve(share, purity);
  }
}
