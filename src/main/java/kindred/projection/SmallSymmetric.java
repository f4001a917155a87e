package kindred.projection;

/** Eigenvectors of small symmetric matrices, by Jacobi's rotations. */
final class SmallSymmetric {
  private static final int SWEEPS = 60;

  private SmallSymmetric() {}

  /**
   * Decomposes a matrix.
   *
   * @param matrix n×n, symmetric; its diagonal becomes the eigenvalues
   * @return n×n, the i-th column the unit eigenvector of the i-th eigenvalue
   */
  static double[][] diagonalize(double[][] matrix) {
    int n = matrix.length;
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && !diagonal(matrix); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(matrix, vectors, p, q);
        }
      }
    }
    return vectors;
  }

  private static boolean diagonal(double[][] matrix) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double square = matrix[i][j] * matrix[i][j];
        all += square;
        off += i == j ? 0 : square;
      }
    }
    return off <= 1e-30 * all;
  }

  /** Turns the plane of two axes so that the element between them vanishes. */
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cos = 1 / Math.hypot(t, 1);
    double sin = t * cos;
    for (int i = 0; i < a.length; i++) {
      turn(a[i], p, q, cos, sin);
      turn(vectors[i], p, q, cos, sin);
    }
    for (int i = 0; i < a.length; i++) {
      double atP = a[p][i];
      double atQ = a[q][i];
      a[p][i] = cos * atP - sin * atQ;
      a[q][i] = sin * atP + cos * atQ;
    }
  }

  private static void turn(double[] row, int p, int q, double cos, double sin) {
    double atP = row[p];
    double atQ = row[q];
    row[p] = cos * atP - sin * atQ;
    row[q] = sin * atP + cos * atQ;
  }
}
