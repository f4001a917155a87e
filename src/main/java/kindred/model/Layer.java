package kindred.model;

import java.util.List;
import java.util.stream.Stream;
import kindred.model.ParameterSpec.Role;

/**
 * One layer of a network, as a description. Tensors are N×C×H×W before {@link Flatten} and N×D
 * after it. Parameter names and initial values are those of the PyTorch module of the same name.
 */
public sealed interface Layer {
  /** This layer's parameters and running statistics, in the order PyTorch lists them. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /**
   * A square 2-D convolution: weight out×in×kernel×kernel.
   *
   * @param biased whether it adds a bias; a batch norm after it would take it away again
   * @param initial of the weight
   */
  record Conv2d(
      String name,
      int in,
      int out,
      int kernel,
      int stride,
      int padding,
      boolean biased,
      Initial initial)
      implements Layer {
    /** With a bias, and PyTorch's default first values. */
    public Conv2d(String name, int in, int out, int kernel, int stride, int padding) {
      this(name, in, out, kernel, stride, padding, true, byFan(in * kernel * kernel));
    }

    /**
     * For a batch norm to follow: no bias, and normal first values of variance 2/fan-out, which
     * keep the size of gradients from layer to layer (He et al. 2015).
     */
    public static Conv2d beforeNorm(
        String name, int in, int out, int kernel, int stride, int padding) {
      Initial initial = Initial.normal(Math.sqrt(2.0 / (out * kernel * kernel)));
      return new Conv2d(name, in, out, kernel, stride, padding, false, initial);
    }

    @Override
    public List<ParameterSpec> parameters() {
      List<ParameterSpec> both =
          weightAndBias(name, initial, in * kernel * kernel, out, out, in, kernel, kernel);
      return biased ? both : both.subList(0, 1);
    }
  }

  /** A square transposed 2-D convolution with bias: weight in×out×kernel×kernel. */
  record ConvTranspose2d(String name, int in, int out, int kernel, int stride, int padding)
      implements Layer {
    @Override
    public List<ParameterSpec> parameters() {
      // PyTorch takes the fan from the weight's second dimension, which here is the output.
      int fan = out * kernel * kernel;
      return weightAndBias(name, byFan(fan), fan, out, in, out, kernel, kernel);
    }
  }

  /** x·Wᵀ + b: weight out×in. */
  record Linear(String name, int in, int out) implements Layer {
    @Override
    public List<ParameterSpec> parameters() {
      return weightAndBias(name, byFan(in), in, out, out, in);
    }
  }

  /**
   * Batch normalization over N (and H, W), eps 1e-5, momentum 0.1. Several views in one tensor are
   * each normalized by their own statistics.
   */
  record BatchNorm(String name, int features) implements Layer {
    @Override
    public List<ParameterSpec> parameters() {
      long[] shape = {features};
      return List.of(
          new ParameterSpec(name + ".weight", shape, Role.TRAINED, Initial.constant(1)),
          new ParameterSpec(name + ".bias", shape, Role.TRAINED, Initial.constant(0)),
          new ParameterSpec(name + ".running_mean", shape, Role.STATISTIC, Initial.constant(0)),
          new ParameterSpec(name + ".running_var", shape, Role.STATISTIC, Initial.constant(1)));
    }
  }

  /** max(x, 0). */
  record Relu() implements Layer {}

  /** The largest value of each square window; padding never wins. */
  record MaxPool(int kernel, int stride, int padding) implements Layer {}

  /** The mean over H and W: N×C×H×W to N×C×1×1. */
  record GlobalAvgPool() implements Layer {}

  /**
   * A residual block (He et al. 2016): max(branch(x) + shortcut(x), 0). An empty shortcut passes x
   * on as it is.
   */
  record Residual(List<Layer> branch, List<Layer> shortcut) implements Layer {
    public Residual {
      branch = List.copyOf(branch);
      shortcut = List.copyOf(shortcut);
    }

    @Override
    public List<ParameterSpec> parameters() {
      return Stream.of(branch, shortcut)
          .flatMap(List::stream)
          .flatMap(layer -> layer.parameters().stream())
          .toList();
    }
  }

  /** N×C×H×W to N×(C·H·W). */
  record Flatten() implements Layer {}

  /** N×(C·S·S) to N×C×S×S. */
  record Unflatten(int channels, int size) implements Layer {}

  private static Initial byFan(int fanIn) {
    return Initial.uniform(1 / Math.sqrt(fanIn));
  }

  private static List<ParameterSpec> weightAndBias(
      String name, Initial weight, int fanIn, int out, long... weightShape) {
    return List.of(
        new ParameterSpec(name + ".weight", weightShape, Role.TRAINED, weight),
        new ParameterSpec(name + ".bias", new long[] {out}, Role.TRAINED, byFan(fanIn)));
  }
}
