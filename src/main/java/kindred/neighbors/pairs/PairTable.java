package kindred.neighbors.pairs;

import java.util.BitSet;
import java.util.stream.IntStream;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.verdict.PairKey;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;

/**
 * All pairs of a neighbor graph as rows of a table: each image with each of its neighbors, in the
 * order of the images and then of the ranks. Two images that are each other's neighbors are two
 * rows, as each may become the other's positive. Nothing changes but what {@link #withEqualPixels}
 * and {@link #withVerdicts} say, in a new table that shares the rest; so it is safe for use by any
 * number of threads. Half a million rows take some 15 MB.
 */
public final class PairTable {
  /** No neighbor of its neighbor. */
  public static final int NOT_BACK = -1;

  /** Of {@link #agreement}: the classes are the same, are different, or one is unknown. */
  public static final byte SAME = 1;

  public static final byte DIFFERENT = 0;
  public static final byte UNKNOWN = -1;

  private final NeighborGraph graph;
  private final int[] labels;
  private final int[] starts; // N+1, where each image's rows begin
  private final int searched;
  private final int[] image;
  private final int[] neighbor;
  private final float[] distance;
  private final short[] rank;
  private final short[] back;
  private final byte[] agreement;
  private final NearestFirst nearestFirst;
  private final Hubness hubness;
  private final BitSet duplicates;
  private final Verdict[] verdicts;
  private final RowsDigest digest;

  /**
   * Makes the table; of 500,000 rows in a fraction of a second, for background threads.
   *
   * @param labels a class for each image, negative if unknown
   */
  public static PairTable of(NeighborGraph graph, int[] labels) {
    return new PairTable(graph, labels);
  }

  private PairTable(NeighborGraph graph, int[] labels) {
    this.graph = graph;
    this.labels = labels;
    starts = starts(graph);
    searched =
        (int) IntStream.range(0, graph.count()).filter(i -> starts[i] < starts[i + 1]).count();
    int rows = starts[graph.count()];
    image = new int[rows];
    neighbor = new int[rows];
    distance = new float[rows];
    rank = new short[rows];
    back = new short[rows];
    agreement = new byte[rows];
    fill();
    nearestFirst = new NearestFirst(this, distance);
    hubness = Hubness.of(neighbor, graph);
    duplicates = NearDuplicates.nearlyZero(distance, byDistance());
    verdicts = new Verdict[rows];
    digest = new RowsDigest(image, neighbor, distance);
  }

  private PairTable(PairTable other, BitSet duplicates, Verdict[] verdicts) {
    graph = other.graph;
    labels = other.labels;
    starts = other.starts;
    image = other.image;
    neighbor = other.neighbor;
    distance = other.distance;
    rank = other.rank;
    back = other.back;
    agreement = other.agreement;
    nearestFirst = other.nearestFirst;
    hubness = other.hubness;
    digest = other.digest;
    searched = other.searched;
    this.duplicates = duplicates;
    this.verdicts = verdicts;
  }

  private static int[] starts(NeighborGraph graph) {
    int[] starts = new int[graph.count() + 1];
    for (int i = 0; i < graph.count(); i++) {
      starts[i + 1] = starts[i];
      for (int r = 0; r < graph.k(); r++) {
        starts[i + 1] += graph.neighbor(i, r) == NeighborGraph.NONE ? 0 : 1;
      }
    }
    return starts;
  }

  private void fill() {
    int row = 0;
    for (int i = 0; i < graph.count(); i++) {
      for (int r = 0; r < graph.k(); r++) {
        int other = graph.neighbor(i, r);
        if (other != NeighborGraph.NONE) {
          image[row] = i;
          neighbor[row] = other;
          distance[row] = graph.distance(i, r);
          rank[row] = (short) r;
          agreement[row] = agreement(labels[i], labels[other]);
          row++;
        }
      }
    }
    IntStream.range(0, graph.count()).parallel().forEach(this::lookBack);
  }

  private void lookBack(int of) {
    for (int row = starts[of]; row < starts[of + 1]; row++) {
      int other = row(neighbor[row], of);
      back[row] = other < 0 ? NOT_BACK : rank[other];
    }
  }

  static byte agreement(int one, int other) {
    return one < 0 || other < 0 ? UNKNOWN : one == other ? SAME : DIFFERENT;
  }

  /**
   * The same, in which pairs of images with the same pixels are near duplicates too, however far
   * apart.
   *
   * @param firsts for each image the first one with its pixels, as {@link kindred.data.EqualPixels}
   *     finds them
   */
  public PairTable withEqualPixels(int[] firsts) {
    return new PairTable(this, NearDuplicates.alsoEqual(this, firsts), verdicts);
  }

  /** The same with what was said of its pairs by now; takes as long as there are verdicts. */
  public PairTable withVerdicts(Verdicts said) {
    Verdict[] now = new Verdict[image.length];
    said.forEach(
        (a, b, verdict) -> {
          mark(now, row(a, b), verdict);
          mark(now, row(b, a), verdict);
        });
    return new PairTable(this, duplicates, now);
  }

  private static void mark(Verdict[] verdicts, int row, Verdict verdict) {
    if (row >= 0) {
      verdicts[row] = verdict;
    }
  }

  /** How many rows there are. */
  public int size() {
    return image.length;
  }

  /** N of the data set. */
  public int images() {
    return graph.count();
  }

  /** How many images have a neighbor; others, such as held-out ones, were not searched. */
  public int searched() {
    return searched;
  }

  /** Neighbors of an image, at most. */
  public int k() {
    return graph.k();
  }

  public NeighborGraph graph() {
    return graph;
  }

  /** The first of an image's rows; those of image N begin where the table ends. */
  public int start(int ofImage) {
    return starts[ofImage];
  }

  public int image(int row) {
    return image[row];
  }

  public int neighbor(int row) {
    return neighbor[row];
  }

  /** NaN if unknown. */
  public float distance(int row) {
    return distance[row];
  }

  /** Which neighbor of the image it is, 0 for the nearest. */
  public int rank(int row) {
    return rank[row];
  }

  /** Which neighbor of its neighbor the image is, or {@link #NOT_BACK}. */
  public int back(int row) {
    return back[row];
  }

  /** Whether each is among the other's neighbors. */
  public boolean isMutual(int row) {
    return back[row] != NOT_BACK;
  }

  /** Whether the images have the same pixels or vectors, as far as is known. */
  public boolean isDuplicate(int row) {
    return duplicates.get(row);
  }

  /** {@link #SAME}, {@link #DIFFERENT} or {@link #UNKNOWN}, by the labels. */
  public byte agreement(int row) {
    return agreement[row];
  }

  /** An image's class, negative if unknown. */
  public int label(int ofImage) {
    return labels[ofImage];
  }

  /** What was said of the pair; null if nothing. */
  public Verdict verdict(int row) {
    return verdicts[row];
  }

  /** How often images are neighbors. */
  public Hubness hubness() {
    return hubness;
  }

  /** The row of an image and one of its neighbors; negative if it is none. */
  public int row(int ofImage, int itsNeighbor) {
    for (int row = starts[ofImage]; row < starts[ofImage + 1]; row++) {
      if (neighbor[row] == itsNeighbor) {
        return row;
      }
    }
    return -1;
  }

  /** The pairs of some rows, each once, as {@link PairKey} makes them. */
  public long[] keys(BitSet rows) {
    return rows.stream()
        .mapToLong(row -> PairKey.of(image[row], neighbor[row]))
        .sorted()
        .distinct()
        .toArray();
  }

  /** All rows, the nearest pairs first; of unknown distance last. */
  int[] byDistance() {
    return nearestFirst.rows();
  }

  NearestFirst nearestFirst() {
    return nearestFirst;
  }

  /**
   * Changes with any pair or distance: 16 hexadecimal digits; the first time for background
   * threads.
   */
  public String digest() {
    return digest.text();
  }

  /** All rows as a set. */
  public BitSet all() {
    BitSet all = new BitSet(image.length);
    all.set(0, image.length);
    return all;
  }
}
