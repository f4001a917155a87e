package kindred.neighbors.pairs;

import java.util.Arrays;
import kindred.neighbors.NeighborGraph;

/**
 * How often images are others' neighbors. In many dimensions a few, the hubs, are neighbors of very
 * many, and many of nobody; the skewness of those numbers measures it (Radovanović et al. 2010).
 */
public final class Hubness {
  private final int[] occurrences;
  private final int[] having;

  private Hubness(int[] occurrences, int[] having) {
    this.occurrences = occurrences;
    this.having = having;
  }

  static Hubness of(int[] neighbors, NeighborGraph graph) {
    int[] occurrences = new int[graph.count()];
    for (int neighbor : neighbors) {
      occurrences[neighbor]++;
    }
    int[] having = new int[graph.count()];
    int count = 0;
    for (int i = 0; i < having.length; i++) {
      if (graph.neighbor(i, 0) != NeighborGraph.NONE) {
        having[count++] = i;
      }
    }
    return new Hubness(occurrences, Arrays.copyOf(having, count));
  }

  /** N_k: among how many images' first k an image is. */
  public int of(int image) {
    return occurrences[image];
  }

  /** The largest of all. */
  public int most() {
    return Arrays.stream(occurrences).max().orElse(0);
  }

  /** Share of the images with neighbors that are nobody's. */
  public double never() {
    return (double) Arrays.stream(having).filter(image -> occurrences[image] == 0).count()
        / having.length;
  }

  /**
   * The third standardized moment of the numbers of the images that have neighbors: 0 if they
   * spread evenly to both sides, large if few are chosen by very many; NaN if all are equal.
   */
  public double skewness() {
    double mean = Arrays.stream(having).mapToDouble(this::of).average().orElse(Double.NaN);
    double squares = 0;
    double cubes = 0;
    for (int image : having) {
      double off = occurrences[image] - mean;
      squares += off * off;
      cubes += off * off * off;
    }
    int n = having.length;
    return cubes / n / Math.pow(squares / n, 1.5);
  }

  /** Images that are neighbors of the most others, the greatest hubs first. */
  public int[] hubs(int limit) {
    long[] keys = new long[occurrences.length];
    for (int image = 0; image < keys.length; image++) {
      keys[image] = (long) -occurrences[image] << 32 | image;
    }
    Arrays.sort(keys);
    return Arrays.copyOf(Sorted.rows(keys), Math.min(limit, keys.length));
  }

  /**
   * From how many occurrences on an image is called a hub: more than two standard deviations above
   * the mean.
   */
  public int hubFrom() {
    double mean = Arrays.stream(having).mapToDouble(this::of).average().orElse(0);
    double variance =
        Arrays.stream(having)
            .mapToDouble(image -> (of(image) - mean) * (of(image) - mean))
            .average()
            .orElse(0);
    return (int) Math.floor(mean + 2 * Math.sqrt(variance)) + 1;
  }

  /** How many images occur 0, 1, 2 … times, up to the most. */
  public int[] histogram() {
    int[] counts = new int[most() + 1];
    for (int image : having) {
      counts[occurrences[image]]++;
    }
    return counts;
  }
}
