package kindred.model;

import java.util.List;

/**
 * A network described as a chain of layers.
 *
 * @param name its role in a method, such as {@code encoder}; a Python identifier
 * @param layers applied in order
 */
public record Network(String name, List<Layer> layers) {
  public Network {
    layers = List.copyOf(layers);
  }

  /** All parameters and running statistics in the layers' order, without the network's name. */
  public List<ParameterSpec> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }
}
