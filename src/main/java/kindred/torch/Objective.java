package kindred.torch;

import java.util.List;
import kindred.model.Network;

/**
 * What a learning method asks the engine to minimize.
 *
 * @param networks in the order of their parameters; networks with a moving average stand first
 * @param averaged how many of them have an exponential moving average, the target
 * @param views how many views of every image a batch holds
 * @param given what the loss is given for every image beside its pixels
 * @param terms names of what the loss returns; the first is minimized, all are reported
 * @param loss the body of {@code def loss(self, online, target, images, given)} in TorchScript,
 *     indented by nothing. {@code images} is a float tensor (views·N)×C×S×S with view 1 of all
 *     images first; {@code given} is absent if there is {@link Given.Nothing}; {@code
 *     self.NETWORK(online, x, views, True)} applies a network with the trained weights, and with
 *     {@code target} with their moving average. Returns the list of terms
 */
public record Objective(
    List<Network> networks, int averaged, int views, Given given, List<String> terms, String loss) {
  public Objective {
    networks = List.copyOf(networks);
    terms = List.copyOf(terms);
  }

  /** A loss that is given images alone. */
  public Objective(
      List<Network> networks, int averaged, int views, List<String> terms, String loss) {
    this(networks, averaged, views, new Given.Nothing(), terms, loss);
  }

  /** Whether one of the networks has this name. */
  public boolean has(String network) {
    return networks.stream().anyMatch(one -> one.name().equals(network));
  }

  /**
   * The network of a name.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Network network(String name) {
    return networks.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** Names of the networks with a moving average. */
  List<String> averagedNetworks() {
    return networks.subList(0, averaged).stream().map(Network::name).toList();
  }
}
