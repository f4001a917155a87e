package kindred.projection;

import java.util.Arrays;
import kindred.neighbors.Crew;

/**
 * The population covariance of vectors, as far as principal axes need it: what it makes of a few
 * directions. It is written out where that is cheaper, and otherwise applied through the vectors.
 * Sums are taken over fixed blocks of rows, so that the threads change no bit of them.
 */
final class Covariance {
  /** Up to this dimension the whole matrix pays. */
  private static final int SMALL = 512;

  private static final int BLOCKS = 16;

  private final Crew crew;
  private final float[] vectors;
  private final int dimension;
  private final int n;
  private final double[] mean;
  private final double[] whole;

  Covariance(Crew crew, float[] vectors, int dimension) {
    this.crew = crew;
    this.vectors = vectors;
    this.dimension = dimension;
    this.n = vectors.length / dimension;
    this.mean = overRows(dimension, (row, sum) -> add(row, sum));
    this.whole = dimension <= SMALL ? matrix() : null;
  }

  /** Adds a row's share to a sum. */
  private interface RowSum {
    void add(int row, double[] sum);
  }

  /** A mean over all rows. */
  private double[] overRows(int length, RowSum share) {
    double[][] sums = new double[BLOCKS][];
    crew.each(
        BLOCKS,
        block -> {
          double[] sum = new double[length];
          int to = (int) ((long) n * (block + 1) / BLOCKS);
          for (int row = (int) ((long) n * block / BLOCKS); row < to; row++) {
            share.add(row, sum);
          }
          sums[block] = sum;
        });
    double[] total = new double[length];
    for (double[] sum : sums) {
      for (int i = 0; i < length; i++) {
        total[i] += sum[i];
      }
    }
    for (int i = 0; i < length; i++) {
      total[i] /= n;
    }
    return total;
  }

  private void add(int row, double[] sum) {
    for (int j = 0, from = row * dimension; j < dimension; j++) {
      sum[j] += vectors[from + j];
    }
  }

  private double[] matrix() {
    ThreadLocal<double[]> room = ThreadLocal.withInitial(() -> new double[dimension]);
    double[] half =
        overRows(
            dimension * dimension,
            (row, sum) -> {
              double[] x = centered(row, room.get());
              for (int a = 0; a < dimension; a++) {
                double at = x[a];
                for (int b = a, to = a * dimension + a; b < dimension; b++, to++) {
                  sum[to] += at * x[b];
                }
              }
            });
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < a; b++) {
        half[a * dimension + b] = half[b * dimension + a];
      }
    }
    return half;
  }

  private double[] centered(int row, double[] room) {
    for (int j = 0, from = row * dimension; j < dimension; j++) {
      room[j] = vectors[from + j] - mean[j];
    }
    return room;
  }

  double[] mean() {
    return mean;
  }

  /** Whether applying it costs little, however many vectors there are. */
  boolean cheap() {
    return whole != null;
  }

  /** The sum of all variances. */
  double trace() {
    if (whole != null) {
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += whole[j * dimension + j];
      }
      return sum;
    }
    return Arrays.stream(
            overRows(
                1,
                (row, sum) -> {
                  for (int j = 0, from = row * dimension; j < dimension; j++) {
                    double off = vectors[from + j] - mean[j];
                    sum[0] += off * off;
                  }
                }))
        .sum();
  }

  /**
   * What it makes of directions.
   *
   * @param directions each of the dimension
   * @return as many
   */
  double[][] times(double[][] directions) {
    return whole != null ? timesMatrix(directions) : timesRows(directions);
  }

  private double[][] timesMatrix(double[][] directions) {
    double[][] results = new double[directions.length][dimension];
    for (int a = 0; a < dimension; a++) {
      for (int i = 0; i < directions.length; i++) {
        double[] direction = directions[i];
        double sum = 0;
        for (int b = 0, at = a * dimension; b < dimension; b++, at++) {
          sum += whole[at] * direction[b];
        }
        results[i][a] = sum;
      }
    }
    return results;
  }

  /** Each row x adds (x·d)·x. */
  private double[][] timesRows(double[][] directions) {
    ThreadLocal<double[]> room = ThreadLocal.withInitial(() -> new double[dimension]);
    double[] flat =
        overRows(
            directions.length * dimension,
            (row, sum) -> {
              double[] x = centered(row, room.get());
              for (int i = 0; i < directions.length; i++) {
                double[] direction = directions[i];
                double along = 0;
                for (int j = 0; j < dimension; j++) {
                  along += x[j] * direction[j];
                }
                for (int j = 0, to = i * dimension; j < dimension; j++, to++) {
                  sum[to] += along * x[j];
                }
              }
            });
    double[][] results = new double[directions.length][];
    for (int i = 0; i < results.length; i++) {
      results[i] = Arrays.copyOfRange(flat, i * dimension, (i + 1) * dimension);
    }
    return results;
  }
}
