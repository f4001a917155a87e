package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.data.Draws;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.Precision;

/**
 * A method in training: its networks' tensors, its optimizer's and its moving average's, and the
 * compiled program that changes them all in one native call per step.
 */
public final class Learner implements AutoCloseable {
  /** Apart from the streams of images and their views. */
  private static final long UNIFORM_STREAM = -1;

  private final Torch torch;
  private final Objective objective;
  private final ImageFormat format;
  private final Program program;
  private final LearnerTensors tensors;
  private final NDList constants;
  private final long seed;

  /** A method trained with Adam as it is by default; otherwise as the other constructor. */
  public Learner(
      Torch torch, Objective objective, ImageFormat format, Precision precision, long seed) {
    this(torch, objective, format, precision, OptimizerPlan.defaults(), seed);
  }

  /**
   * Compiles a method and draws its first weights.
   *
   * @param seed decides the first weights and the draws of every step
   * @param precision fp32 or bf16; auto is not understood here
   */
  public Learner(
      Torch torch,
      Objective objective,
      ImageFormat format,
      Precision precision,
      OptimizerPlan optimizer,
      long seed) {
    this.torch = torch;
    this.objective = objective;
    this.format = format;
    this.seed = seed;
    NetworkSource networks = new NetworkSource(objective.networks(), precision);
    UpdateSource update = new UpdateSource(optimizer, networks.trained());
    tensors = LearnerTensors.training(torch, networks, update, objective.averagedNetworks(), seed);
    if (objective.given() instanceof Given.Codes codes) {
      tensors.addCodes(torch, codes, seed);
    }
    program =
        new Program(
            torch,
            networks.text()
                + ImageFormat.source(precision)
                + StepSource.of(objective, tensors, update));
    constants = format.constants(torch);
  }

  /**
   * Trains on one batch.
   *
   * @param pixels direct buffer views×N×C×S×S of uint8, not changed before this returns
   * @param rows where each of the N images stands among the trained ones, no two alike; its code is
   *     there
   * @param number of this step in the whole training; decides its draws
   * @param rates this step's learning rate and moving average
   * @return the objective's terms, before the update
   */
  public double[] step(ByteBuffer pixels, int[] rows, long number, Rates rates) {
    try (NDManager scope = torch.scope()) {
      seedDraws(number);
      NDList arguments = tensors.forStep();
      arguments.add(pixels(scope, pixels, rows.length));
      arguments.addAll(constants);
      arguments.add(rates(scope, rates, uniform(number)));
      if (objective.given() instanceof Given.Codes) {
        arguments.add(rows(scope, rows));
      }
      try (NDList result = program.call("step", arguments)) {
        return doubles(result.singletonOrThrow());
      }
    }
  }

  /** The same for an objective that is given images alone. */
  public double[] step(ByteBuffer pixels, int images, Rates rates) {
    if (!(objective.given() instanceof Given.Nothing)) {
      throw new IllegalStateException("step and rows decide what this loss is given; name them");
    }
    return step(pixels, new int[images], 0, rates);
  }

  /** The engine's generator is set anew for each step, so that its state need not be saved. */
  private void seedDraws(long number) {
    if (objective.given() instanceof Given.Noise) {
      Draws draws = new Draws();
      draws.startStream(seed, number, 0, 0);
      torch.seed(draws.nextLong());
    }
  }

  private NDArray pixels(NDManager scope, ByteBuffer pixels, int images) {
    NDArray array =
        Torch.bytes(
            scope,
            pixels,
            (long) images * objective.views(),
            format.channels(),
            format.size(),
            format.size());
    array.setName("pixels");
    return array;
  }

  private static NDArray rows(NDManager scope, int[] rows) {
    NDArray array = scope.create(Arrays.stream(rows).asLongStream().toArray());
    array.setName("rows");
    return array;
  }

  /** The number that the loss is given in every row, or 0 if it is given another thing. */
  private double uniform(long number) {
    if (objective.given() instanceof Given.Uniform range) {
      Draws draws = new Draws();
      draws.startStream(seed, number, 0, UNIFORM_STREAM);
      return draws.uniform(range.low(), range.high());
    }
    return 0;
  }

  private static NDArray rates(NDManager scope, Rates rates, double uniform) {
    NDArray array =
        scope.create(
            DoubleBuffer.wrap(
                new double[] {rates.learningRate(), 1 - rates.averageDecay(), uniform}),
            new Shape(3),
            DataType.FLOAT64);
    array.setName("rates");
    return array;
  }

  private static double[] doubles(NDArray array) {
    float[] floats = array.toFloatArray();
    double[] doubles = new double[floats.length];
    Arrays.setAll(doubles, i -> floats[i]);
    return doubles;
  }

  /**
   * The terms and the gradients of the first one, in float64 and without any update.
   *
   * @param parameters all trained parameters, one after another, in their order
   * @param images (views·N)×C×S×S normalized values
   * @param given N×length values as the objective wants them; not read if it is given nothing
   * @return the terms, then the gradients, that of codes last
   */
  public List<double[]> differentiate(List<double[]> parameters, double[] images, double[] given) {
    try (NDManager scope = torch.scope()) {
      NDList arguments = tensors.inFloat64(scope, parameters);
      int side = format.size();
      long count = images.length / format.bytes();
      NDArray x = scope.create(images, new Shape(count, format.channels(), side, side));
      x.setName("images");
      arguments.add(x);
      if (!(objective.given() instanceof Given.Nothing)) {
        long rows = count / objective.views();
        NDArray rest = scope.create(given, new Shape(rows, given.length / rows));
        rest.setName("given");
        rest.setRequiresGradient(objective.given() instanceof Given.Codes);
        arguments.add(rest);
      }
      List<double[]> values = new ArrayList<>();
      try (NDList result = program.call("differentiate", arguments)) {
        result.forEach(array -> values.add(array.toDoubleArray()));
      }
      return values;
    }
  }

  /** The same for an objective that is given images alone. */
  public List<double[]> differentiate(List<double[]> parameters, double[] images) {
    return differentiate(parameters, images, new double[0]);
  }

  /** The engine it computes with. */
  public Torch torch() {
    return torch;
  }

  /** Names of what {@link #step} returns. */
  public List<String> terms() {
    return objective.terms();
  }

  public LearnerTensors tensors() {
    return tensors;
  }

  /** Everything that a later step depends on, by name. */
  public Map<String, NamedArray> save() {
    return tensors.save();
  }

  /**
   * Puts saved tensors back.
   *
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  public void restore(Map<String, NamedArray> saved) {
    tensors.restore(saved);
  }

  @Override
  public void close() {
    program.close();
    constants.close();
    tensors.close();
  }
}
