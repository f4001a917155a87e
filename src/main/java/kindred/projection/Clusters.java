package kindred.projection;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kindred.data.Draws;
import kindred.experiment.BadInput;
import kindred.experiment.MapPlan;
import kindred.neighbors.Crew;

/**
 * Vectors in groups, by k-means with Arthur and Vassilvitskii's first centers (2007), the best of a
 * few for each. Groups are numbered from the largest. The threads change nothing.
 */
public final class Clusters {
  private static final int ITERATIONS = 100;
  private static final int BLOCKS = 16;
  private static final long STREAM = 0x434C55535445L;

  private final Crew crew;
  private final float[] vectors;
  private final int dimension;
  private final int n;
  private final float[][] centers;
  private final int[] groups;
  private final float[] squares;

  private Clusters(Crew crew, float[] vectors, int dimension, int k) {
    this.crew = crew;
    this.vectors = vectors;
    this.dimension = dimension;
    this.n = vectors.length / dimension;
    this.centers = new float[k][];
    this.groups = new int[n];
    this.squares = new float[n];
  }

  /**
   * The group of each vector, from 0.
   *
   * @param vectors n×dimension
   * @param plan whose metric says what is near
   * @param k groups
   * @param stop asked between passes
   * @return null after a stop
   * @throws BadInput if there are fewer vectors than groups
   */
  public static int[] of(
      float[] vectors,
      int dimension,
      MapPlan plan,
      int k,
      long seed,
      int threads,
      BooleanSupplier stop) {
    int n = vectors.length / dimension;
    if (k < 1 || k > n) {
      throw new BadInput("clusters are " + k + "; " + n + " images can be in 1 to " + n);
    }
    try (Crew crew = new Crew(threads)) {
      float[] scaled = Directions.of(crew, vectors, dimension, plan);
      return new Clusters(crew, scaled, dimension, k).found(seed, stop);
    }
  }

  private int[] found(long seed, BooleanSupplier stop) {
    begin(seed);
    for (int i = 0; i < ITERATIONS; i++) {
      if (stop.getAsBoolean()) {
        return null;
      }
      int[] before = groups.clone();
      crew.rows(n, this::join);
      if (i > 0 && Arrays.equals(before, groups)) {
        break;
      }
      center();
    }
    return bySize();
  }

  /**
   * Each next center is a vector: of a few that are drawn by their squared distance from the nearest
   * center so far, the one that leaves the least distances.
   */
  private void begin(long seed) {
    Draws draws = new Draws();
    draws.startStream(seed, 0, 0, STREAM);
    int tries = 2 + (int) Math.log(centers.length);
    Arrays.fill(squares, Float.POSITIVE_INFINITY);
    centers[0] = vector(draws.nextInt(n));
    lower(centers[0]);
    for (int c = 1; c < centers.length; c++) {
      float[] before = squares.clone();
      float[] best = null;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < tries; i++) {
        float[] tried = vector(drawn(draws.nextDouble()));
        lower(tried);
        double left = total();
        if (best == null || left < least) {
          best = tried;
          least = left;
        }
        System.arraycopy(before, 0, squares, 0, n);
      }
      centers[c] = best;
      lower(best);
    }
  }

  private float[] vector(int row) {
    return Arrays.copyOfRange(vectors, row * dimension, (row + 1) * dimension);
  }

  /** Takes a further center into account. */
  private void lower(float[] center) {
    crew.rows(n, row -> squares[row] = Math.min(squares[row], square(row, center)));
  }

  private double total() {
    double total = 0;
    for (float square : squares) {
      total += square;
    }
    return total;
  }

  private int drawn(double share) {
    double left = share * total();
    for (int row = 0; row < n; row++) {
      left -= squares[row];
      if (left < 0) {
        return row;
      }
    }
    return n - 1;
  }

  private float square(int row, float[] center) {
    float sum = 0;
    for (int j = 0, from = row * dimension; j < dimension; j++) {
      float off = vectors[from + j] - center[j];
      sum += off * off;
    }
    return sum;
  }

  private void join(int row) {
    float best = Float.POSITIVE_INFINITY;
    for (int c = 0; c < centers.length; c++) {
      float square = square(row, centers[c]);
      if (square < best) {
        best = square;
        groups[row] = c;
      }
    }
  }

  /** Moves centers to the means of their groups; one without a group stays. */
  private void center() {
    double[][][] sums = new double[BLOCKS][centers.length][dimension];
    crew.each(
        BLOCKS,
        block -> {
          int to = (int) ((long) n * (block + 1) / BLOCKS);
          for (int row = (int) ((long) n * block / BLOCKS); row < to; row++) {
            double[] sum = sums[block][groups[row]];
            for (int j = 0, from = row * dimension; j < dimension; j++) {
              sum[j] += vectors[from + j];
            }
          }
        });
    int[] sizes = sizes();
    for (int c = 0; c < centers.length; c++) {
      for (int j = 0; sizes[c] > 0 && j < dimension; j++) {
        double sum = 0;
        for (double[][] block : sums) {
          sum += block[c][j];
        }
        centers[c][j] = (float) (sum / sizes[c]);
      }
    }
  }

  private int[] sizes() {
    int[] sizes = new int[centers.length];
    for (int group : groups) {
      sizes[group]++;
    }
    return sizes;
  }

  private int[] bySize() {
    int[] sizes = sizes();
    int[] order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(sizes[b], sizes[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] names = new int[sizes.length];
    for (int name = 0; name < order.length; name++) {
      names[order[name]] = name;
    }
    return Arrays.stream(groups).map(group -> names[group]).toArray();
  }
}
