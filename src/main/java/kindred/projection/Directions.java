package kindred.projection;

import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.neighbors.Crew;

/** Vectors whose euclidean distances order neighbors as a plan's metric does. */
final class Directions {
  private Directions() {}

  /**
   * Under cosine, each vector at unit length, without the mean if the plan takes it away first; a
   * vector of zeros stays. Otherwise the vectors themselves.
   *
   * @param vectors n×dimension; left as they are
   */
  static float[] of(Crew crew, float[] vectors, int dimension, MapPlan plan) {
    if (plan.metric() != Metric.COSINE) {
      return vectors;
    }
    double[] away =
        plan.prepare() == Prepare.CENTER ? mean(vectors, dimension) : new double[dimension];
    float[] unit = new float[vectors.length];
    crew.rows(
        vectors.length / dimension,
        row -> {
          double square = 0;
          int from = row * dimension;
          for (int j = 0; j < dimension; j++) {
            double part = vectors[from + j] - away[j];
            square += part * part;
          }
          double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
          for (int j = 0; j < dimension; j++) {
            unit[from + j] = (float) ((vectors[from + j] - away[j]) * scale);
          }
        });
    return unit;
  }

  private static double[] mean(float[] vectors, int dimension) {
    double[] mean = new double[dimension];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % dimension] += vectors[i];
    }
    for (int j = 0; j < dimension; j++) {
      mean[j] *= (double) dimension / vectors.length;
    }
    return mean;
  }
}
