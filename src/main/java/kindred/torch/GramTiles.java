package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteOrder;

/** Inner products of a set of vectors with itself, a tile at a time. */
public final class GramTiles implements AutoCloseable {
  private static final String METHOD =
      """
        def tile(self, x: Tensor, at: Tensor) -> Tensor:
          rows = torch.slice(x, 0, int(at[0]), int(at[1]))
          columns = torch.slice(x, 0, int(at[2]), int(at[3]))
          return torch.mm(rows, torch.t(columns))
      """;

  private final Torch torch;
  private final Program program;
  private final NDArray vectors;

  /**
   * Copies the vectors.
   *
   * @param vectors n×dimension
   */
  public GramTiles(Torch torch, float[] vectors, int dimension) {
    this.torch = torch;
    this.program = new Program(torch, METHOD);
    this.vectors = torch.tensor(vectors, vectors.length / dimension, dimension);
    this.vectors.setName("x");
  }

  /**
   * The products of rows {@code rowFrom … rowTo − 1} with rows {@code columnFrom … columnTo − 1}.
   *
   * @param out takes them, row by row
   */
  public void tile(int rowFrom, int rowTo, int columnFrom, int columnTo, float[] out) {
    try (NDManager scope = torch.scope()) {
      NDArray at = scope.create(new int[] {rowFrom, rowTo, columnFrom, columnTo});
      at.setName("at");
      try (NDList products = program.call("tile", new NDList(vectors, at))) {
        products
            .singletonOrThrow()
            .toByteBuffer(true)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer()
            .get(out, 0, (rowTo - rowFrom) * (columnTo - columnFrom));
      }
    }
  }

  @Override
  public void close() {
    program.close();
    vectors.close();
  }
}
