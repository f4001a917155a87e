package kindred.gui.decode;

import kindred.run.LiveAnswer;

/**
 * Vectors as places along the directions in which a latent space varies most, counted from the mean
 * in standard deviations. A place leaves all else of a vector as it is.
 */
record Axes(LiveAnswer.Directions found) {
  /** How many there are. */
  int count() {
    return found.directions().length;
  }

  /** The share of all variance that one has. */
  double share(int axis) {
    return found.shares()[axis];
  }

  float[] mean() {
    float[] mean = new float[found.mean().length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = (float) found.mean()[j];
    }
    return mean;
  }

  /** Where a vector lies: ((x − mean) · direction) / deviation of each. */
  double[] places(float[] vector) {
    double[] places = new double[count()];
    for (int axis = 0; axis < places.length; axis++) {
      double product = 0;
      for (int j = 0; j < vector.length; j++) {
        product += (vector[j] - found.mean()[j]) * found.directions()[axis][j];
      }
      places[axis] = product / found.deviations()[axis];
    }
    return places;
  }

  /**
   * A vector moved along the directions.
   *
   * @param from the vector
   * @param home where it lies
   * @param places where it is to lie
   */
  float[] moved(float[] from, double[] home, double[] places) {
    float[] moved = from.clone();
    for (int axis = 0; axis < places.length; axis++) {
      double by = (places[axis] - home[axis]) * found.deviations()[axis];
      for (int j = 0; j < moved.length && by != 0; j++) {
        moved[j] += (float) (by * found.directions()[axis][j]);
      }
    }
    return moved;
  }
}
