package kindred.projection;

/** Puts a new vector on a map that is there already, among its neighbors. */
public final class Placement {
  private Placement() {}

  /**
   * The mean of the neighbors' places, each weighted by exp(−(d / d̄)²), d̄ the mean distance. A
   * neighbor at distance 0 is the place itself.
   *
   * @param coordinates n×2 of the map
   * @param nearest rows of the new vector's neighbors in it, nearest first, at least one
   * @param distances to them
   * @return x and y
   */
  public static float[] among(float[] coordinates, int[] nearest, float[] distances) {
    double mean = 0;
    for (float distance : distances) {
      mean += distance / (double) distances.length;
    }
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < nearest.length; i++) {
      double far = mean > 0 ? distances[i] / mean : 0;
      double weight = distances[0] == 0 ? (i == 0 ? 1 : 0) : Math.exp(-far * far);
      sum += weight;
      x += weight * coordinates[2 * nearest[i]];
      y += weight * coordinates[2 * nearest[i] + 1];
    }
    return new float[] {(float) (x / sum), (float) (y / sum)};
  }
}
