package kindred.neighbors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often neighbors are of the same class. purity@k is the share of same-class images among the
 * labeled ones of an image's first k neighbors, averaged over the labeled images that have one.
 *
 * @param purity by k
 * @param perClass by class the purity@1; null for a class without images
 * @param coverage share of all images with a neighbor
 * @param neverChosen share of the images with a neighbor that are nobody's nearest
 * @param mostChosen how many images the most popular nearest neighbor is nearest for
 */
public record Purity(
    Map<String, Double> purity,
    List<Double> perClass,
    double coverage,
    double neverChosen,
    int mostChosen) {
  private static final int[] RANKS = {1, 5, 10};

  /**
   * Counts.
   *
   * @param labels a class for each image, negative if unknown
   */
  public static Purity of(NeighborGraph graph, int[] labels, int classes) {
    Map<String, Double> purity = new LinkedHashMap<>();
    for (int rank : RANKS) {
      if (rank <= graph.k()) {
        purity.put(Integer.toString(rank), mean(graph, labels, rank, -1));
      }
    }
    List<Double> perClass = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      perClass.add(mean(graph, labels, 1, c));
    }
    int[] chosen = new int[graph.count()];
    int covered = 0;
    for (int i = 0; i < graph.count(); i++) {
      if (graph.neighbor(i, 0) != NeighborGraph.NONE) {
        covered++;
        chosen[graph.neighbor(i, 0)]++;
      }
    }
    int never = 0;
    int most = 0;
    for (int i = 0; i < graph.count(); i++) {
      never += graph.neighbor(i, 0) != NeighborGraph.NONE && chosen[i] == 0 ? 1 : 0;
      most = Math.max(most, chosen[i]);
    }
    return new Purity(
        purity,
        java.util.Collections.unmodifiableList(perClass),
        (double) covered / graph.count(),
        covered == 0 ? 0 : (double) never / covered,
        most);
  }

  /** Over the images of a class, or of all classes if it is negative; null without any. */
  private static Double mean(NeighborGraph graph, int[] labels, int k, int ofClass) {
    double sum = 0;
    int images = 0;
    for (int i = 0; i < graph.count(); i++) {
      if (labels[i] < 0 || (ofClass >= 0 && labels[i] != ofClass)) {
        continue;
      }
      double share = sameClass(i, graph.neighbors(i, k), labels);
      if (!Double.isNaN(share)) {
        sum += share;
        images++;
      }
    }
    return images == 0 ? null : sum / images;
  }

  /** Share of the same class among an image's others of known class; NaN without any. */
  static double sameClass(int image, int[] others, int[] labels) {
    int same = 0;
    int known = 0;
    for (int other : others) {
      if (labels[other] >= 0) {
        known++;
        same += labels[other] == labels[image] ? 1 : 0;
      }
    }
    return (double) same / known;
  }
}
