package kindred.model;

import java.util.Arrays;

/**
 * A named tensor of a network.
 *
 * @param name PyTorch's state_dict name, such as {@code convs.0.weight}
 * @param shape its dimensions
 * @param role whether gradients change it
 * @param initial how its first values are drawn
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never changed, and shapes are compared by their use only
public record ParameterSpec(String name, long[] shape, Role role, Initial initial) {
  /** What changes a tensor. */
  public enum Role {
    /** The optimizer. */
    TRAINED,
    /** The forward pass: a running mean or variance. */
    STATISTIC
  }

  /** The number of values. */
  public int size() {
    return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
  }

  /** Whether it has one value per channel: a bias, or the scale or shift of a norm layer. */
  public boolean isPerChannel() {
    return shape.length == 1;
  }

  /** The same tensor as part of something larger: {@code encoder} + {@code convs.0.weight}. */
  public ParameterSpec within(String network) {
    return new ParameterSpec(network + "." + name, shape, role, initial);
  }
}
