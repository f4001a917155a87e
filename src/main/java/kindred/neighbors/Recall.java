package kindred.neighbors;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Checks a search by comparing some rows with all others in float64, nothing left out. */
public final class Recall {
  private Recall() {}

  /**
   * Share of the true k nearest that a Euclidean search found, over some rows. Of several rows at
   * the k-th distance any is right; a row that is named twice, or is its own neighbor, is not.
   *
   * @param vectors n×dimension
   * @param queries so many rows, evenly spread over all
   * @param threads that compare at the same time
   * @return from 0 to 1
   */
  public static double at(
      NeighborSearch.Result found, float[] vectors, int dimension, int queries, int threads) {
    int asked = Math.min(queries, found.n());
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      long hits =
          pool.submit(
                  () ->
                      IntStream.range(0, asked)
                          .parallel()
                          .map(i -> (int) ((long) i * found.n() / asked))
                          .mapToLong(query -> hits(found, vectors, dimension, query))
                          .sum())
              .join();
      return (double) hits / ((long) asked * found.k());
    } finally {
      pool.shutdown();
    }
  }

  private static long hits(NeighborSearch.Result found, float[] vectors, int dimension, int query) {
    double farthest = kthDistance(vectors, dimension, query, found.n(), found.k());
    int first = query * found.k();
    return Arrays.stream(found.indices(), first, first + found.k())
        .distinct()
        .filter(other -> other >= 0 && other != query)
        .filter(other -> distance(vectors, dimension, query, other) <= farthest)
        .count();
  }

  /** The k-th smallest distance of a row from the others; the list of the nearest is in order. */
  private static double kthDistance(float[] vectors, int dimension, int query, int n, int k) {
    double[] nearest = new double[k];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int other = 0; other < n; other++) {
      double distance =
          other == query ? Double.POSITIVE_INFINITY : distance(vectors, dimension, query, other);
      int place = k;
      while (place > 0 && distance < nearest[place - 1]) {
        place--;
      }
      if (place < k) {
        System.arraycopy(nearest, place, nearest, place + 1, k - place - 1);
        nearest[place] = distance;
      }
    }
    return nearest[k - 1];
  }

  /** Squared; in four sums, as one alone would wait for each addition. */
  private static double distance(float[] vectors, int dimension, int a, int b) {
    int p = a * dimension;
    int q = b * dimension;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int j = 0;
    for (; j + 3 < dimension; j += 4) {
      double d0 = (double) vectors[p + j] - vectors[q + j];
      double d1 = (double) vectors[p + j + 1] - vectors[q + j + 1];
      double d2 = (double) vectors[p + j + 2] - vectors[q + j + 2];
      double d3 = (double) vectors[p + j + 3] - vectors[q + j + 3];
      first += d0 * d0;
      second += d1 * d1;
      third += d2 * d2;
      fourth += d3 * d3;
    }
    for (; j < dimension; j++) {
      double d = (double) vectors[p + j] - vectors[q + j];
      first += d * d;
    }
    return first + second + third + fourth;
  }
}
