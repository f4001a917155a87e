package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The largest inner products of query vectors with a fixed set of vectors. */
public final class TopSimilar implements AutoCloseable {
  private static final String METHOD =
      """
        def top(self, queries: Tensor, base: Tensor, k: Tensor) -> List[Tensor]:
          values, indices = torch.topk(torch.mm(queries, torch.t(base)), int(k))
          return [values, torch.to(indices, 3)]
      """;

  private final Torch torch;
  private final int dimension;
  private final Program program;
  private final NDArray base;

  /**
   * Copies the set.
   *
   * @param base n×dimension
   */
  public TopSimilar(Torch torch, float[] base, int dimension) {
    this.torch = torch;
    this.dimension = dimension;
    this.program = new Program(torch, METHOD);
    this.base = torch.tensor(base, base.length / dimension, dimension);
    this.base.setName("base");
  }

  /**
   * For each query the k largest, descending.
   *
   * @param products queries×k
   * @param indices queries×k, rows of the set
   */
  public record Found(float[] products, int[] indices) {}

  /**
   * Searches.
   *
   * @param queries rows×dimension; the product of rows and the set's size is held in memory
   */
  public Found top(float[] queries, int k) {
    try (NDManager scope = torch.scope()) {
      NDArray q = scope.create(queries, new Shape((long) queries.length / dimension, dimension));
      NDArray count = scope.create((long) k);
      q.setName("queries");
      count.setName("k");
      try (NDList found = program.call("top", new NDList(q, base, count))) {
        return new Found(found.get(0).toFloatArray(), found.get(1).toIntArray());
      }
    }
  }

  @Override
  public void close() {
    program.close();
    base.close();
  }
}
