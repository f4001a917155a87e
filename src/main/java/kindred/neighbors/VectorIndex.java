package kindred.neighbors;

import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;

/**
 * Vectors among which the nearest to one more are looked up, exactly: each is compared, in float64.
 * That takes about 10 ms for 50,000 of 128 numbers. Not changed once made, so for any thread.
 */
public final class VectorIndex {
  private final double[] mean; // what is subtracted from a query first
  private final float[] vectors;
  private final int dimension;
  private final int count;
  private final double[] lengths;

  /**
   * The nearest, in order.
   *
   * @param rows of the vectors
   * @param distances of each
   */
  public record Nearest(int[] rows, double[] distances) {}

  /**
   * @param vectors n×dimension, not copied if nothing is done to them
   * @param prepare what is done to them, and to a query
   * @throws BadInput if that is more than to center them
   */
  public VectorIndex(float[] vectors, int dimension, Prepare prepare) {
    if (prepare == Prepare.WHITEN) {
      throw new BadInput("single images are not looked up among whitened vectors; center them");
    }
    boolean center = prepare == Prepare.CENTER;
    this.mean = center ? Preparation.mean(vectors, dimension) : new double[dimension];
    this.vectors = center ? Preparation.without(mean, vectors) : vectors;
    this.dimension = dimension;
    this.count = vectors.length / dimension;
    this.lengths = new double[count];
    for (int row = 0; row < count; row++) {
      double square = 0;
      for (int j = row * dimension; j < (row + 1) * dimension; j++) {
        square += (double) this.vectors[j] * this.vectors[j];
      }
      lengths[row] = Math.sqrt(square);
    }
  }

  /**
   * Those nearest to a vector; of equal distances the lower row is nearer.
   *
   * @param k how many; fewer if there are fewer vectors
   * @throws IllegalArgumentException if the vector has another length than those here
   */
  public Nearest nearest(float[] vector, Metric metric, int k) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(vector.length + " numbers among vectors of " + dimension);
    }
    float[] query = Preparation.without(mean, vector);
    int wanted = Math.min(k, count);
    Ranking ranking = new Ranking(wanted);
    double own = length(query);
    for (int row = 0; row < count; row++) {
      ranking.offer(row, metric == Metric.COSINE ? cosine(query, own, row) : euclidean(query, row));
    }
    int[] rows = new int[wanted];
    double[] distances = new double[wanted];
    for (int rank = 0; rank < wanted; rank++) {
      rows[rank] = ranking.index(rank);
      distances[rank] = ranking.distance(rank);
    }
    return new Nearest(rows, distances);
  }

  private static double length(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    return Math.sqrt(square);
  }

  private double cosine(float[] query, double own, int row) {
    double product = 0;
    int at = row * dimension;
    for (int j = 0; j < dimension; j++) {
      product += (double) query[j] * vectors[at + j];
    }
    double both = own * lengths[row];
    return both > 0 ? Math.max(0, 1 - product / both) : 1;
  }

  private double euclidean(float[] query, int row) {
    double square = 0;
    int at = row * dimension;
    for (int j = 0; j < dimension; j++) {
      double difference = (double) query[j] - vectors[at + j];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }
}
