package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Eigenvalues of covariances. */
public final class Spectrum {
  // X·Xᵀ and Xᵀ·X have the same eigenvalues other than zero, so the smaller one is decomposed.
  private static final String METHOD =
      """
        def spectrum(self, x: Tensor) -> Tensor:
          wide = torch.to(x, 7)
          centered = wide - torch.mean(wide, [0], True)
          n = torch.size(x, 0)
          if n < torch.size(x, 1):
            products = torch.mm(centered, torch.t(centered))
          else:
            products = torch.mm(torch.t(centered), centered)
          return torch.linalg_eigvalsh(torch.div(products, n))
      """;

  private Spectrum() {}

  /**
   * The eigenvalues of the population covariance of vectors, ascending, computed in float64. Those
   * that are zero because there are fewer vectors than dimensions are left out; rounding may leave
   * others a little below zero.
   *
   * @param vectors n×dimension, finite
   * @return min(n, dimension) eigenvalues
   */
  public static double[] ofCovariance(Torch torch, float[] vectors, int dimension) {
    try (Program program = new Program(torch, METHOD);
        NDManager scope = torch.scope()) {
      NDArray x = scope.create(vectors, new Shape((long) vectors.length / dimension, dimension));
      x.setName("x");
      try (NDList found = program.call("spectrum", new NDList(x))) {
        return found.singletonOrThrow().toDoubleArray();
      }
    }
  }
}
