package kindred.run;

import java.util.Arrays;
import kindred.data.Split;
import kindred.data.ViewSource;
import kindred.neighbors.NeighborGraph;

/**
 * The neighbor that each training image is paired with: its nearest that is trained on as well, or
 * else itself. Held-out images never enter a training this way.
 */
final class Neighborhood {
  private final int[] neighbor;
  private final int withoutNeighbor;

  private Neighborhood(int[] neighbor, int withoutNeighbor) {
    this.neighbor = neighbor;
    this.withoutNeighbor = withoutNeighbor;
  }

  static Neighborhood of(NeighborGraph graph, Split split) {
    int[] neighbor = new int[graph.count()];
    Arrays.setAll(neighbor, i -> i);
    int without = 0;
    for (int image : split.train()) {
      int nearest = nearestTrainedOn(graph, split, image);
      if (nearest < 0) {
        without++;
      } else {
        neighbor[image] = nearest;
      }
    }
    return new Neighborhood(neighbor, without);
  }

  private static int nearestTrainedOn(NeighborGraph graph, Split split, int image) {
    for (int rank = 0; rank < graph.k(); rank++) {
      int candidate = graph.neighbor(image, rank);
      if (candidate >= 0 && split.isTrainedOn(candidate)) {
        return candidate;
      }
    }
    return -1;
  }

  /** How many training images are paired with themselves. */
  int withoutNeighbor() {
    return withoutNeighbor;
  }

  ViewSource always() {
    return (image, draws) -> neighbor[image];
  }

  ViewSource withProbability(double p) {
    return (image, draws) -> draws.bernoulli(p) ? neighbor[image] : image;
  }
}
