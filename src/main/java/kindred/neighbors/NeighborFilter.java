package kindred.neighbors;

import java.util.Arrays;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import kindred.experiment.Positives;
import kindred.neighbors.verdict.PairKey;

/**
 * Chooses positives among neighbors. Only images that are trained on count, as if the others had
 * never been found, so that nothing of a held-out image enters a training. Then, in this order:
 *
 * <ol>
 *   <li>pairs in which not each is among the other's first m, and vetoed pairs, are taken away;
 *   <li>of each image the first k that are left are kept;
 *   <li>pairs beyond the largest distance are taken away;
 *   <li>of the n pairs left those are kept that are no farther than the ⌈share·n⌉-th closest;
 *   <li>certain pairs, which people judged to be of the same kind, are added to both their images,
 *       whether they are neighbors or not, unless they are vetoed by a file.
 * </ol>
 */
public final class NeighborFilter {
  private final NeighborGraph graph;
  private final Positives asked;
  private final Vetoes vetoes;

  private final boolean[] trained;

  /** For each image the ranks of its neighbors that are trained on, nearest first. */
  private final int[][] ranks;

  private NeighborFilter(NeighborGraph graph, int[] train, Positives asked, Vetoes vetoes) {
    this.graph = graph;
    this.asked = asked;
    this.vetoes = vetoes;
    this.ranks = new int[graph.count()][0];
    this.trained = new boolean[graph.count()];
    for (int image : train) {
      trained[image] = true;
    }
    for (int image : train) {
      ranks[image] =
          IntStream.range(0, graph.k())
              .filter(rank -> graph.neighbor(image, rank) != NeighborGraph.NONE)
              .filter(rank -> trained[graph.neighbor(image, rank)])
              .toArray();
    }
  }

  /** Chooses, where no pair is certain. The parameters are those of the other. */
  public static PositivePairs choose(
      NeighborGraph graph, int[] train, Positives asked, Vetoes vetoes) {
    return choose(graph, train, asked, vetoes, new long[0]);
  }

  /**
   * Chooses.
   *
   * @param train the images that are trained on, ascending
   * @param certain pairs of the same kind, as {@link PairKey} makes them
   * @throws BadInput if the graph lacks the neighbors or the distances that the filters need
   */
  public static PositivePairs choose(
      NeighborGraph graph, int[] train, Positives asked, Vetoes vetoes, long[] certain) {
    requireNeighbors(graph, "k", asked.k());
    requireNeighbors(graph, "mutual", asked.mutual());
    NeighborFilter filter = new NeighborFilter(graph, train, asked, vetoes);
    int[][] chosen = filter.nearestAllowed();
    if (asked.comparesDistances()) {
      filter.requireDistances(chosen);
      chosen = filter.within(chosen, asked.maxDistance());
      chosen = filter.within(chosen, filter.distanceOfShare(chosen));
    }
    return new PositivePairs(filter.with(certain, filter.images(chosen)), train);
  }

  private static void requireNeighbors(NeighborGraph graph, String option, int wanted) {
    if (wanted > graph.k()) {
      throw new BadInput(
          "%s is %d, but the neighbors hold only %d for each image; find them again with --k %2$d"
              .formatted(option, wanted, graph.k()));
    }
  }

  /** Ranks of each image's first k neighbors that may be its positives. */
  private int[][] nearestAllowed() {
    int[][] allowed = new int[ranks.length][];
    Arrays.setAll(
        allowed,
        image ->
            Arrays.stream(ranks[image])
                .filter(rank -> allows(image, graph.neighbor(image, rank)))
                .limit(asked.k())
                .toArray());
    return allowed;
  }

  private boolean allows(int image, int neighbor) {
    boolean mutual =
        asked.mutual() == 0
            || (isAmongFirst(neighbor, image, asked.mutual())
                && isAmongFirst(image, neighbor, asked.mutual()));
    return mutual && !vetoes.forbid(image, neighbor);
  }

  private boolean isAmongFirst(int wanted, int ofImage, int m) {
    return Arrays.stream(ranks[ofImage])
        .limit(m)
        .anyMatch(rank -> graph.neighbor(ofImage, rank) == wanted);
  }

  private void requireDistances(int[][] chosen) {
    if (distances(chosen).length < Arrays.stream(chosen).mapToInt(some -> some.length).sum()) {
      throw new BadInput(
          "the file of neighbors tells no distances, which --closest and --max-distance compare;"
              + " find the neighbors with `kindred neighbors`");
    }
  }

  /** All known distances, ascending. */
  private double[] distances(int[][] chosen) {
    return IntStream.range(0, chosen.length)
        .boxed()
        .flatMapToDouble(
            image -> Arrays.stream(chosen[image]).mapToDouble(rank -> graph.distance(image, rank)))
        .filter(distance -> !Double.isNaN(distance))
        .sorted()
        .toArray();
  }

  private Double distanceOfShare(int[][] chosen) {
    double[] sorted = distances(chosen);
    // a product such as 0.1·30 lies a rounding error above the whole number that is meant
    int kept = (int) Math.ceil(asked.closest() * sorted.length - 1e-9);
    return kept == 0 ? null : sorted[kept - 1];
  }

  /** Null is no limit. */
  private int[][] within(int[][] chosen, Double limit) {
    if (limit == null) {
      return chosen;
    }
    int[][] near = new int[chosen.length][];
    Arrays.setAll(
        near,
        image ->
            Arrays.stream(chosen[image])
                .filter(rank -> graph.distance(image, rank) <= limit)
                .toArray());
    return near;
  }

  /** Adds certain positives to those that each image has. */
  private int[][] with(long[] certain, int[][] of) {
    for (long key : certain) {
      int a = PairKey.first(key);
      int b = PairKey.second(key);
      if (trained[a] && trained[b] && !vetoes.forbid(a, b)) {
        of[a] = with(b, of[a]);
        of[b] = with(a, of[b]);
      }
    }
    return of;
  }

  private static int[] with(int image, int[] others) {
    if (Arrays.stream(others).anyMatch(other -> other == image)) {
      return others;
    }
    int[] more = Arrays.copyOf(others, others.length + 1);
    more[others.length] = image;
    return more;
  }

  private int[][] images(int[][] chosen) {
    int[][] images = new int[chosen.length][];
    Arrays.setAll(
        images,
        image -> Arrays.stream(chosen[image]).map(rank -> graph.neighbor(image, rank)).toArray());
    return images;
  }
}
