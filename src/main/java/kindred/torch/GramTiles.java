package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import kindred.experiment.Precision;

/**
 * Inner products of a set of vectors with itself, a tile at a time. Belongs to the thread of its
 * {@link Torch}.
 */
public final class GramTiles implements AutoCloseable {
  /** Half the distance of neighboring numbers between 1 and 2. */
  private static final double FP32_ROUNDING = 0x1p-24;

  private static final double BF16_ROUNDING = 0x1p-8;

  /** BF16 and FLOAT32 are what PyTorch numbers 15 and 6. */
  private static final String METHODS =
      """
        def tile(self, x: Tensor, at: Tensor, low: Tensor) -> Tensor:
          rows = torch.slice(x, 0, int(at[0]), int(at[1]))
          columns = torch.slice(x, 0, int(at[2]), int(at[3]))
          return self.products(rows, columns, low)
        def rows(self, x: Tensor, at: Tensor, chosen: Tensor, low: Tensor) -> Tensor:
          rows = torch.index_select(x, 0, chosen)
          columns = torch.slice(x, 0, int(at[0]), int(at[1]))
          return self.products(rows, columns, low)
        def products(self, rows: Tensor, columns: Tensor, low: Tensor) -> Tensor:
          if bool(low):
            result = torch.to(torch.mm(torch.to(rows, 15), torch.t(torch.to(columns, 15))), 6)
          else:
            result = torch.mm(rows, torch.t(columns))
          return result
      """;

  private final Torch torch;
  private final Program program;
  private final NDArray vectors;
  private final NDArray low;
  private final Rounding rounding;

  /**
   * Copies the vectors.
   *
   * @param vectors n×dimension
   * @param precision of the products, fp32 or bf16
   */
  public GramTiles(Torch torch, float[] vectors, int dimension, Precision precision) {
    this.torch = torch;
    this.program = new Program(torch, METHODS);
    this.vectors = torch.tensor(vectors, vectors.length / dimension, dimension);
    this.vectors.setName("x");
    boolean bf16 = precision == Precision.BF16;
    this.low = torch.manager().create(bf16 ? 1 : 0);
    this.low.setName("low");
    double sums = dimension * FP32_ROUNDING;
    double share = bf16 ? lostShare(vectors, dimension) : 0;
    this.rounding = new Rounding(sums + 2 * share + share * share, bf16 ? 1.01 * BF16_ROUNDING : 0);
  }

  /**
   * How far products may be off: x·y by {@code lengths}·‖x‖‖y‖ + {@code result}·|x·y| at most.
   *
   * @param lengths from rounding vectors before, and sums in between
   * @param result from rounding a product
   */
  public record Rounding(double lengths, double result) {}

  /** The largest share of a vector's length that is lost when its elements become bf16. */
  private static double lostShare(float[] vectors, int dimension) {
    double most = 0;
    for (int from = 0; from < vectors.length; from += dimension) {
      double length = 0;
      double lost = 0;
      for (int i = from; i < from + dimension; i++) {
        double difference = (double) vectors[i] - bf16(vectors[i]);
        length += (double) vectors[i] * vectors[i];
        lost += difference * difference;
      }
      most = Math.max(most, length > 0 ? lost / length : 0);
    }
    return Math.sqrt(most);
  }

  /** The nearest number that bf16 has; of two equally near ones the even one. */
  private static float bf16(float value) {
    int bits = Float.floatToIntBits(value);
    return Float.intBitsToFloat(bits + 0x7fff + (bits >> 16 & 1) & 0xffff0000);
  }

  public Rounding rounding() {
    return rounding;
  }

  /** Products of some rows with some columns, until it is closed. */
  public static final class Tile implements AutoCloseable {
    private final NDList products;
    private final FloatBuffer values;
    private final int columns;

    private Tile(NDList products, int columns) {
      this.products = products;
      this.values =
          products
              .singletonOrThrow()
              .toByteBuffer(true)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      this.columns = columns;
    }

    /**
     * Copies a row.
     *
     * @param row from 0
     * @param out takes the products, one for each column
     */
    public void row(int row, float[] out) {
      values.get(row * columns, out, 0, columns);
    }

    @Override
    public void close() {
      products.close();
    }
  }

  /** Products of rows {@code rowFrom … rowTo − 1} with rows {@code columnFrom … columnTo − 1}. */
  public Tile tile(int rowFrom, int rowTo, int columnFrom, int columnTo) {
    try (NDManager scope = torch.scope()) {
      NDArray at = scope.create(new int[] {rowFrom, rowTo, columnFrom, columnTo});
      at.setName("at");
      return new Tile(program.call("tile", new NDList(vectors, at, low)), columnTo - columnFrom);
    }
  }

  /** Products of some rows, in their order, with rows {@code columnFrom … columnTo − 1}. */
  public Tile tile(int[] rows, int columnFrom, int columnTo) {
    try (NDManager scope = torch.scope()) {
      NDArray at = scope.create(new int[] {columnFrom, columnTo});
      NDArray chosen = scope.create(rows);
      at.setName("at");
      chosen.setName("chosen");
      return new Tile(
          program.call("rows", new NDList(vectors, at, chosen, low)), columnTo - columnFrom);
    }
  }

  @Override
  public void close() {
    program.close();
    vectors.close();
    low.close();
  }
}
