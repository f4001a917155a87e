package kindred.projection;

import java.util.stream.IntStream;
import kindred.data.Draws;
import kindred.neighbors.NeighborSearch;

/** Vectors in well separated round groups, and neighbors by comparing all with all. */
final class Blobs {
  static final int DIMENSION = 10;

  private Blobs() {}

  /** Groups of the same size, one after another. */
  static float[] vectors(int groups, int each) {
    Draws draws = new Draws();
    draws.startStream(7, 0, 0, 0);
    double[][] middles = new double[groups][DIMENSION];
    for (double[] middle : middles) {
      for (int j = 0; j < DIMENSION; j++) {
        middle[j] = 6 * draws.gaussian();
      }
    }
    float[] vectors = new float[groups * each * DIMENSION];
    for (int i = 0; i < vectors.length; i++) {
      int group = i / DIMENSION / each;
      vectors[i] = (float) (middles[group][i % DIMENSION] + draws.gaussian());
    }
    return vectors;
  }

  static NeighborSearch.Result nearest(float[] vectors, int dimension, int k) {
    int n = vectors.length / dimension;
    int[] indices = new int[n * k];
    float[] distances = new float[n * k];
    for (int row = 0; row < n; row++) {
      int from = row;
      int[] order =
          IntStream.range(0, n)
              .filter(other -> other != from)
              .boxed()
              .sorted(
                  (a, b) ->
                      Double.compare(
                          distance(vectors, dimension, from, a),
                          distance(vectors, dimension, from, b)))
              .mapToInt(Integer::intValue)
              .limit(k)
              .toArray();
      for (int i = 0; i < k; i++) {
        indices[row * k + i] = order[i];
        distances[row * k + i] = (float) distance(vectors, dimension, row, order[i]);
      }
    }
    return new NeighborSearch.Result(n, k, indices, distances);
  }

  static double distance(float[] vectors, int dimension, int a, int b) {
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      double off = (double) vectors[a * dimension + j] - vectors[b * dimension + j];
      sum += off * off;
    }
    return Math.sqrt(sum);
  }
}
