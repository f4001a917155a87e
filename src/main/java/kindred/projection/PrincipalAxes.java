package kindred.projection;

import java.util.Arrays;
import java.util.List;
import kindred.data.Draws;
import kindred.neighbors.Crew;

/**
 * The two directions in which vectors vary most, found by subspace iteration with Rayleigh and
 * Ritz's step on a few more directions than are wanted (Halko, Martinsson and Tropp 2011). The
 * largest part of each direction is positive, so that the same vectors always give the same map.
 *
 * @param mean of the vectors
 * @param axes two unit vectors, perpendicular
 * @param variances along them, and
 * @param total over all directions
 */
record PrincipalAxes(double[] mean, double[][] axes, double[] variances, double total) {
  private static final int WANTED = 2;
  private static final int EXTRA = 10;
  private static final int CHEAP_ITERATIONS = 500;
  private static final int ITERATIONS = 12;
  private static final double SETTLED = 1e-12;

  /**
   * Finds them.
   *
   * @param vectors n×dimension, n at least 1
   */
  static PrincipalAxes of(Crew crew, float[] vectors, int dimension) {
    Covariance covariance = new Covariance(crew, vectors, dimension);
    int count = Math.min(dimension, WANTED + EXTRA);
    double[][] directions = orthonormal(random(count, dimension));
    double[] values = new double[count];
    int most = covariance.cheap() ? CHEAP_ITERATIONS : ITERATIONS;
    for (int iteration = 0; iteration < most; iteration++) {
      double[][] images = covariance.times(directions);
      double[] found = ritz(directions, images);
      directions = orthonormal(images);
      boolean settled = settled(values, found);
      values = found;
      if (settled) {
        break;
      }
    }
    return new PrincipalAxes(
        covariance.mean(), firstTwo(directions, dimension), firstTwo(values), covariance.trace());
  }

  private static double[][] random(int count, int dimension) {
    Draws draws = new Draws();
    double[][] directions = new double[count][dimension];
    for (double[] direction : directions) {
      Arrays.setAll(direction, j -> draws.gaussian());
    }
    return directions;
  }

  /** Turns the directions' images so that they belong to the best directions, largest first. */
  private static double[] ritz(double[][] directions, double[][] images) {
    int count = directions.length;
    double[][] small = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double between = (dot(directions[i], images[j]) + dot(directions[j], images[i])) / 2;
        small[i][j] = between;
        small[j][i] = between;
      }
    }
    double[][] turn = SmallSymmetric.diagonalize(small);
    List<Integer> order =
        java.util.stream.IntStream.range(0, count)
            .boxed()
            .sorted((i, j) -> Double.compare(small[j][j], small[i][i]))
            .toList();
    double[][] turned = new double[count][images[0].length];
    double[] values = new double[count];
    for (int to = 0; to < count; to++) {
      int from = order.get(to);
      values[to] = small[from][from];
      for (int i = 0; i < count; i++) {
        addTo(turned[to], turn[i][from], images[i]);
      }
    }
    System.arraycopy(turned, 0, images, 0, count);
    return values;
  }

  private static boolean settled(double[] before, double[] now) {
    for (int i = 0; i < Math.min(WANTED, now.length); i++) {
      if (Math.abs(now[i] - before[i]) > SETTLED * Math.abs(now[0])) {
        return false;
      }
    }
    return true;
  }

  /** Gram and Schmidt, twice for the digits; what vanishes is left zero. */
  private static double[][] orthonormal(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      double length = Math.sqrt(dot(rows[i], rows[i]));
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          addTo(rows[i], -dot(rows[i], rows[j]), rows[j]);
        }
      }
      double left = Math.sqrt(dot(rows[i], rows[i]));
      double scale = left > 1e-12 * length && left > 0 ? 1 / left : 0;
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] *= scale;
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static void addTo(double[] sum, double factor, double[] row) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * row[j];
    }
  }

  private static double[] firstTwo(double[] values) {
    double[] two = Arrays.copyOf(values, WANTED);
    for (int i = 0; i < WANTED; i++) {
      two[i] = Math.max(0, two[i]);
    }
    return two;
  }

  private static double[][] firstTwo(double[][] directions, int dimension) {
    double[][] two = new double[WANTED][dimension];
    for (int i = 0; i < Math.min(WANTED, directions.length); i++) {
      double largest = 0;
      for (double part : directions[i]) {
        largest = Math.abs(part) > Math.abs(largest) ? part : largest;
      }
      addTo(two[i], largest < 0 ? -1 : 1, directions[i]);
    }
    return two;
  }

  /** The share of the variance along each axis; 0 where nothing varies. */
  List<Double> explained() {
    return Arrays.stream(variances).map(value -> total > 0 ? value / total : 0).boxed().toList();
  }

  /**
   * Places along the axes.
   *
   * @param vectors n×dimension
   * @return n×2
   */
  double[] project(Crew crew, float[] vectors) {
    int dimension = mean.length;
    int n = vectors.length / dimension;
    double[] places = new double[WANTED * n];
    crew.rows(
        n,
        row -> {
          for (int axis = 0; axis < WANTED; axis++) {
            double sum = 0;
            for (int j = 0, from = row * dimension; j < dimension; j++) {
              sum += (vectors[from + j] - mean[j]) * axes[axis][j];
            }
            places[WANTED * row + axis] = sum;
          }
        });
    return places;
  }
}
