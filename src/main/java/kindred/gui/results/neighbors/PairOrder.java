package kindred.gui.results.neighbors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kindred.data.Draws;
import kindred.neighbors.NeighborGraph;

/** In which order images and their neighbors are looked through. */
enum PairOrder {
  CLOSEST("Closest", "Those with the nearest neighbors first"),
  FARTHEST("Farthest", "Those whose nearest neighbor is far away first"),
  DISAGREEMENT(
      "Disagreement",
      "Those whose neighbors are of other classes first, the closest of them ahead"),
  RANDOM("Random", "In random order");

  private final String title;
  private final String help;

  PairOrder(String title, String help) {
    this.title = title;
    this.help = help;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }

  /**
   * The images that have a neighbor, ordered. Takes a moment: for background threads.
   *
   * @param seed of the random order
   */
  List<Integer> of(NeighborResult result, long seed) {
    NeighborGraph graph = result.graph();
    List<Integer> images = new ArrayList<>();
    int[] shuffled = Draws.permutation(graph.count(), seed);
    for (int i = 0; i < graph.count(); i++) {
      int image = this == RANDOM ? shuffled[i] : i;
      if (graph.neighbor(image, 0) != NeighborGraph.NONE) {
        images.add(image);
      }
    }
    Comparator<Integer> byDistance =
        Comparator.comparingDouble(image -> graph.distance(image, 0)); // NaN is last
    switch (this) {
      case CLOSEST -> images.sort(byDistance);
      case FARTHEST ->
          images.sort(
              Comparator.comparingDouble(
                  image -> {
                    float distance = graph.distance(image, 0);
                    return Float.isNaN(distance) ? Double.MAX_VALUE : -distance;
                  }));
      case DISAGREEMENT -> {
        double[] agreement = new double[graph.count()];
        images.forEach(image -> agreement[image] = result.agreement(image));
        images.sort(
            Comparator.<Integer>comparingDouble(image -> agreement[image])
                .thenComparing(byDistance));
      }
      case RANDOM -> {}
    }
    return images;
  }
}
