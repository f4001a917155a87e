package kindred.neighbors.pairs;

import java.util.Arrays;
import kindred.experiment.BadInput;
import kindred.neighbors.NeighborGraph;

/** Where two searches among the same images agree: the first k neighbors of each image. */
public final class GraphComparison {
  private final NeighborGraph one;
  private final NeighborGraph other;
  private final int k;
  private final int[] shared;

  /** Images that have neighbors in both. */
  private final int[] images;

  /**
   * Compares.
   *
   * @param k how many neighbors count, at most as many as both graphs hold
   * @throws BadInput if they are of different images, or hold fewer
   */
  public static GraphComparison of(NeighborGraph one, NeighborGraph other, int k) {
    if (one.count() != other.count()
        || (one.meta().fingerprint() != null
            && other.meta().fingerprint() != null
            && !one.meta().fingerprint().equals(other.meta().fingerprint()))) {
      throw new BadInput(
          "these are neighbors of different images; choose two runs on the same data set");
    }
    if (k < 1 || k > Math.min(one.k(), other.k())) {
      throw new BadInput(
          "k is %d, but the two runs hold %d and %d neighbors of each image"
              .formatted(k, one.k(), other.k()));
    }
    return new GraphComparison(one, other, k);
  }

  private GraphComparison(NeighborGraph one, NeighborGraph other, int k) {
    this.one = one;
    this.other = other;
    this.k = k;
    this.shared = new int[one.count()];
    int[] both = new int[one.count()];
    int count = 0;
    for (int image = 0; image < shared.length; image++) {
      if (one.neighbor(image, 0) != NeighborGraph.NONE
          && other.neighbor(image, 0) != NeighborGraph.NONE) {
        both[count++] = image;
        for (int rank = 0; rank < k; rank++) {
          shared[image] += rankInOther(image, rank) >= 0 ? 1 : 0;
        }
      }
    }
    this.images = Arrays.copyOf(both, count);
  }

  public int k() {
    return k;
  }

  /** How many of an image's first k neighbors are the same in both. */
  public int shared(int image) {
    return shared[image];
  }

  /** The same as a share of k. */
  public double overlap(int image) {
    return (double) shared[image] / k;
  }

  /** overlap@k: the mean of the shares over the images that have neighbors in both. */
  public double overlap() {
    return Arrays.stream(images).mapToDouble(this::overlap).average().orElse(Double.NaN);
  }

  /**
   * Where a neighbor of the one stands among the other's first k.
   *
   * @param rank in the one, from 0
   * @return its rank there, or −1 if it is not among them
   */
  public int rankInOther(int image, int rank) {
    return rankIn(other, image, one.neighbor(image, rank));
  }

  /** The same the other way round. */
  public int rankInOne(int image, int rank) {
    return rankIn(one, image, other.neighbor(image, rank));
  }

  private int rankIn(NeighborGraph graph, int image, int neighbor) {
    for (int rank = 0; rank < k && neighbor != NeighborGraph.NONE; rank++) {
      if (graph.neighbor(image, rank) == neighbor) {
        return rank;
      }
    }
    return -1;
  }

  /** Mean of the differences in rank of an image's shared neighbors, unsigned; NaN without any. */
  public double rankDifference(int image) {
    int sum = 0;
    for (int rank = 0; rank < k; rank++) {
      int there = rankInOther(image, rank);
      sum += there < 0 ? 0 : Math.abs(there - rank);
    }
    return (double) sum / shared[image];
  }

  /** The images that have neighbors in both, those that share the fewest first. */
  public int[] byDisagreement() {
    long[] keys = new long[images.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) shared[images[i]] << Integer.SIZE | images[i];
    }
    Arrays.sort(keys);
    return Sorted.rows(keys);
  }

  /** How many images share 0, 1, … k neighbors. */
  public int[] histogram() {
    int[] counts = new int[k + 1];
    for (int image : images) {
      counts[shared[image]]++;
    }
    return counts;
  }
}
