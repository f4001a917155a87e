package kindred.projection;

import kindred.data.Draws;
import kindred.experiment.MapPlan;
import kindred.experiment.Prepare;
import kindred.neighbors.Crew;

/**
 * Whether what is near on a map is near in truth (Venna and Kaski 2001): 1 − 2 / (m·k·(2n − 3k −
 * 1)) · Σ (r(i, j) − k) over m vectors i and those of their k nearest on the map whose rank r among
 * i's nearest in truth is above k. 1 is perfect, about 1/2 is chance.
 */
public final class Trustworthiness {
  /** Neighbors that are looked at. */
  public static final int K = 15;

  /** About a second and a half of two cores. */
  private static final double MULTIPLICATIONS = 4e9;

  private static final int FEWEST = 100;

  private Trustworthiness() {}

  /**
   * Measures a map; of many vectors by a sample, always the same.
   *
   * @param vectors n×dimension
   * @param plan whose metric is the truth
   * @param coordinates n×2
   * @return NaN for fewer than 2·15 vectors, of which it says nothing, and for whitened ones
   */
  public static double of(
      float[] vectors, int dimension, MapPlan plan, float[] coordinates, int threads) {
    if (coordinates.length / 2 < 2 * K || plan.prepare() == Prepare.WHITEN) {
      return Double.NaN;
    }
    try (Crew crew = new Crew(threads)) {
      return of(crew, Directions.of(crew, vectors, dimension, plan), dimension, coordinates);
    }
  }

  private static double of(Crew crew, float[] vectors, int dimension, float[] coordinates) {
    int n = coordinates.length / 2;
    int afford = (int) Math.min(n, MULTIPLICATIONS / ((double) n * dimension));
    int sample = Math.min(n, Math.max(FEWEST, afford));
    int[] order = Draws.permutation(n, n, K);
    long[] excess = new long[sample];
    ThreadLocal<float[]> room = ThreadLocal.withInitial(() -> new float[n]);
    crew.each(
        sample,
        i -> {
          int row = order[i];
          int[] near = nearest(coordinates, row);
          excess[i] = excess(vectors, dimension, row, near, room.get());
        });
    double sum = 0;
    for (long one : excess) {
      sum += one;
    }
    return 1 - 2 * sum / ((double) sample * K * (2.0 * n - 3 * K - 1));
  }

  /** The k nearest on the map. */
  private static int[] nearest(float[] coordinates, int row) {
    int[] near = new int[K];
    double[] squares = new double[K];
    int size = 0;
    for (int j = 0; j < coordinates.length / 2; j++) {
      double dx = (double) coordinates[2 * j] - coordinates[2 * row];
      double dy = (double) coordinates[2 * j + 1] - coordinates[2 * row + 1];
      double square = dx * dx + dy * dy;
      if (j == row || (size == K && square >= squares[K - 1])) {
        continue;
      }
      int at = size < K ? size++ : K - 1;
      while (at > 0 && squares[at - 1] > square) {
        squares[at] = squares[at - 1];
        near[at] = near[at - 1];
        at--;
      }
      squares[at] = square;
      near[at] = j;
    }
    return near;
  }

  /** By how much the ranks in truth are above k, all together. */
  private static long excess(float[] vectors, int dimension, int row, int[] near, float[] squares) {
    int n = squares.length;
    for (int j = 0; j < n; j++) {
      float sum = 0;
      for (int d = 0, a = row * dimension, b = j * dimension; d < dimension; d++) {
        float off = vectors[a + d] - vectors[b + d];
        sum += off * off;
      }
      squares[j] = sum;
    }
    squares[row] = Float.POSITIVE_INFINITY;
    long excess = 0;
    for (int j : near) {
      int rank = 1;
      for (int other = 0; other < n; other++) {
        rank += squares[other] < squares[j] || (squares[other] == squares[j] && other < j) ? 1 : 0;
      }
      excess += Math.max(0, rank - K);
    }
    return excess;
  }
}
