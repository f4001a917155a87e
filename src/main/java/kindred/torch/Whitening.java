package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Whitens vectors: their covariance C = Q·diag(λ)·Qᵀ is decomposed, and x becomes diag(λ + ρ)^(−½)·
 * Qᵀ·x, so that the result's covariance is the identity. The ridge ρ is 10⁻⁴ of the mean of λ; it
 * keeps directions that hardly vary from being blown up. Computed in float64.
 */
public final class Whitening {
  private static final String METHOD =
      """
        def whiten(self, x: Tensor) -> Tensor:
          wide = torch.to(x, 7)
          covariance = torch.div(torch.mm(torch.t(wide), wide), torch.size(x, 0))
          values, directions = torch.linalg_eigh(covariance)
          ridge = torch.clamp_min(torch.mul(torch.mean(values), 0.0001), 1e-30)
          scale = torch.rsqrt(torch.add(torch.clamp_min(values, 0.), ridge))
          return torch.to(torch.mul(torch.mm(wide, directions), scale), 6)
      """;

  private Whitening() {}

  /**
   * Whitens.
   *
   * @param centered n×dimension with mean zero
   * @return n×dimension
   */
  public static float[] of(Torch torch, float[] centered, int dimension) {
    try (NDManager scope = torch.scope();
        Program program = new Program(torch, METHOD)) {
      NDArray x = scope.create(centered, new Shape((long) centered.length / dimension, dimension));
      x.setName("x");
      try (NDList white = program.call("whiten", new NDList(x))) {
        return white.singletonOrThrow().toFloatArray();
      }
    }
  }
}
