package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.Precision;
import kindred.model.Layer.Linear;
import kindred.model.Network;

/**
 * A linear classifier on fixed vectors, trained with Adam on the cross entropy. An epoch is one
 * native call.
 */
public final class SoftmaxRegression implements AutoCloseable {
  private static final String NAME = "classifier";
  private static final String METHODS =
      """
        def fit(self, p: List[Tensor], m: List[Tensor], v: List[Tensor], count: List[Tensor], x: Tensor, y: Tensor, order: Tensor, rates: Tensor) -> Tensor:
          rows = torch.size(x, 0)
          batch = int(rates[1])
          start = 0
          total = 0.
          s = annotate(List[Tensor], [])
          while start < rows:
            some = torch.slice(order, 0, start, start + batch)
            start = start + batch
            scores = self.classifier((p, s), torch.index_select(x, 0, some), 1, True)
            loss = torch.cross_entropy_loss(scores, torch.index_select(y, 0, some))
            g = self.gradients(loss, p)
            torch.set_grad_enabled(False)
            self.update(p, g, m, v, count, float(rates[0]))
            torch.set_grad_enabled(True)
            total = total + float(loss) * torch.size(some, 0)
          return torch.tensor(total / rows)
        def scores(self, p: List[Tensor], x: Tensor) -> Tensor:
          return torch.detach(self.classifier((p, annotate(List[Tensor], [])), x, 1, False))
      """;

  private final Torch torch;
  private final int dimension;
  private final LearnerTensors tensors;
  private final Program program;

  /**
   * An untrained classifier.
   *
   * @param seed decides the first weights
   */
  public SoftmaxRegression(Torch torch, int dimension, int classes, long seed) {
    this.torch = torch;
    this.dimension = dimension;
    Network network = new Network(NAME, List.of(new Linear("linear", dimension, classes)));
    NetworkSource source = new NetworkSource(List.of(network), Precision.FP32);
    UpdateSource adam = new UpdateSource(OptimizerPlan.defaults(), source.trained());
    tensors = LearnerTensors.training(torch, source, adam, List.of(), seed);
    program = new Program(torch, source.text() + LossSource.GRADIENTS + adam.text() + METHODS);
  }

  /** Vectors and their classes on the device, to fit several epochs. */
  public final class Lesson implements AutoCloseable {
    private final NDManager scope = torch.scope();
    private final NDArray x;
    private final NDArray y;

    /**
     * Copies the examples.
     *
     * @param vectors n×dimension
     * @param classes n class numbers
     */
    public Lesson(float[] vectors, int[] classes) {
      x = scope.create(vectors, new Shape(classes.length, dimension));
      long[] numbers = java.util.Arrays.stream(classes).asLongStream().toArray();
      y = scope.create(LongBuffer.wrap(numbers), new Shape(classes.length), DataType.INT64);
      x.setName("x");
      y.setName("y");
    }

    /**
     * One epoch.
     *
     * @param order the examples' order
     * @return the mean loss
     */
    public double fit(int[] order, int batch, double learningRate) {
      try (NDManager step = scope.newSubManager()) {
        NDArray rows = step.create(IntBuffer.wrap(order), new Shape(order.length), DataType.INT32);
        NDArray rates = step.create(new double[] {learningRate, batch});
        rows.setName("order");
        rates.setName("rates");
        NDList arguments = tensors.forStep();
        arguments.addAll(new NDList(x, y, rows, rates));
        try (NDList loss = program.call("fit", arguments);
            NDArray wide = loss.singletonOrThrow().toType(DataType.FLOAT64, true)) {
          return wide.toDoubleArray()[0];
        }
      }
    }

    @Override
    public void close() {
      scope.close();
    }
  }

  /**
   * Scores of vectors.
   *
   * @param vectors n×dimension
   * @return n×classes, before the softmax
   */
  public float[] scores(float[] vectors) {
    try (NDManager scope = torch.scope()) {
      NDArray x = scope.create(vectors, new Shape((long) vectors.length / dimension, dimension));
      x.setName("x");
      NDList arguments = tensors.ofNetworks();
      arguments.add(x);
      try (NDList scores = program.call("scores", arguments)) {
        return scores.singletonOrThrow().toFloatArray();
      }
    }
  }

  /** A copy of the weight, classes×dimension. */
  public float[] weight() {
    return tensors.network(NAME).get("linear.weight").toFloats();
  }

  /** A copy of the bias, one of each class. */
  public float[] bias() {
    return tensors.network(NAME).get("linear.bias").toFloats();
  }

  @Override
  public void close() {
    program.close();
    tensors.close();
  }
}
