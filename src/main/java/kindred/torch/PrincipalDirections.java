package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The directions in which vectors vary most: eigenvectors of their population covariance, computed
 * in float64. A direction's largest component is positive, so that its sign is always the same.
 *
 * @param mean of the vectors
 * @param directions of length 1 and at right angles, the strongest first
 * @param deviations standard deviation along each
 * @param shares of the whole variance that each has
 */
public record PrincipalDirections(
    double[] mean, double[][] directions, double[] deviations, double[] shares) {
  private static final String METHOD =
      """
        def principal(self, x: Tensor) -> List[Tensor]:
          wide = torch.to(x, 7)
          mean = torch.mean(wide, [0])
          centered = torch.sub(wide, mean)
          covariance = torch.div(torch.mm(torch.t(centered), centered), torch.size(x, 0))
          values, directions = torch.linalg_eigh(covariance)
          return [mean, values, torch.contiguous(torch.t(directions))]
      """;

  /** What rounding leaves of a direction in which nothing varies, as a share of all variance. */
  private static final double NOTHING = 1e-12;

  /**
   * Finds them.
   *
   * @param vectors n×dimension, finite
   * @param most so many; fewer if the vectors vary in fewer directions
   */
  public static PrincipalDirections of(Torch torch, float[] vectors, int dimension, int most) {
    try (Program program = new Program(torch, METHOD);
        NDManager scope = torch.scope()) {
      NDArray x = scope.create(vectors, new Shape((long) vectors.length / dimension, dimension));
      x.setName("x");
      try (NDList found = program.call("principal", new NDList(x))) {
        return strongest(
            found.get(0).toDoubleArray(),
            found.get(1).toDoubleArray(),
            found.get(2).toDoubleArray(),
            most);
      }
    }
  }

  /**
   * @param values ascending
   * @param rows the direction of each value
   */
  private static PrincipalDirections strongest(
      double[] mean, double[] values, double[] rows, int most) {
    int dimension = mean.length;
    double total = Arrays.stream(values).map(value -> Math.max(0, value)).sum();
    int count = 0;
    while (count < Math.min(most, dimension)
        && values[dimension - 1 - count] > NOTHING * Math.max(total, Double.MIN_NORMAL)) {
      count++;
    }
    double[][] directions = new double[count][];
    double[] deviations = new double[count];
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      int row = dimension - 1 - i;
      directions[i] = upright(Arrays.copyOfRange(rows, row * dimension, (row + 1) * dimension));
      deviations[i] = Math.sqrt(values[row]);
      shares[i] = values[row] / total;
    }
    return new PrincipalDirections(mean, directions, deviations, shares);
  }

  private static double[] upright(double[] direction) {
    double largest = 0;
    for (double component : direction) {
      largest = Math.abs(component) > Math.abs(largest) ? component : largest;
    }
    double sign = largest < 0 ? -1 : 1;
    return Arrays.stream(direction).map(component -> sign * component).toArray();
  }
}
