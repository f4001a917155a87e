package kindred.model;

import java.util.List;
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

  /** A square 2-D convolution with bias: weight out×in×kernel×kernel. */
  record Conv2d(String name, int in, int out, int kernel, int stride, int padding)
      implements Layer {
    @Override
    public List<ParameterSpec> parameters() {
      return weightAndBias(name, in * kernel * kernel, out, out, in, kernel, kernel);
    }
  }

  /** A square transposed 2-D convolution with bias: weight in×out×kernel×kernel. */
  record ConvTranspose2d(String name, int in, int out, int kernel, int stride, int padding)
      implements Layer {
    @Override
    public List<ParameterSpec> parameters() {
      // PyTorch takes the fan from the weight's second dimension, which here is the output.
      return weightAndBias(name, out * kernel * kernel, out, in, out, kernel, kernel);
    }
  }

  /** x·Wᵀ + b: weight out×in. */
  record Linear(String name, int in, int out) implements Layer {
    @Override
    public List<ParameterSpec> parameters() {
      return weightAndBias(name, in, out, out, in);
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

  /** N×C×H×W to N×(C·H·W). */
  record Flatten() implements Layer {}

  /** N×(C·S·S) to N×C×S×S. */
  record Unflatten(int channels, int size) implements Layer {}

  private static List<ParameterSpec> weightAndBias(
      String name, int fanIn, int out, long... weightShape) {
    Initial initial = Initial.uniform(1 / Math.sqrt(fanIn));
    return List.of(
        new ParameterSpec(name + ".weight", weightShape, Role.TRAINED, initial),
        new ParameterSpec(name + ".bias", new long[] {out}, Role.TRAINED, initial));
  }
}
