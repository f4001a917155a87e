package kindred.neighbors;

import kindred.experiment.Prepare;
import kindred.torch.Torch;
import kindred.torch.Whitening;

/** Makes vectors ready for a search. */
final class Preparation {
  private Preparation() {}

  /**
   * Prepares.
   *
   * @param vectors n×dimension; left as they are
   * @return n×dimension
   */
  static float[] of(Torch torch, float[] vectors, int dimension, Prepare how) {
    return switch (how) {
      case NONE -> vectors;
      case CENTER -> centered(vectors, dimension);
      case WHITEN -> Whitening.of(torch, centered(vectors, dimension), dimension);
    };
  }

  /** The mean vector. */
  static double[] mean(float[] vectors, int dimension) {
    int n = vectors.length / dimension;
    double[] mean = new double[dimension];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % dimension] += vectors[i] / (double) n;
    }
    return mean;
  }

  /** The vectors without their mean. */
  private static float[] centered(float[] vectors, int dimension) {
    return without(mean(vectors, dimension), vectors);
  }

  /** Vectors minus another one. */
  static float[] without(double[] mean, float[] vectors) {
    float[] centered = new float[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      centered[i] = (float) (vectors[i] - mean[i % mean.length]);
    }
    return centered;
  }
}
