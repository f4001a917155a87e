package kindred.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.model.Network;
import kindred.model.ParameterSpec;

/**
 * Trained networks of which each takes what the one before it gives, such as an encoder, or an
 * encoder and its decoder.
 *
 * @param format of the images that it takes or gives
 * @param takesImages whether the first network takes images, normalized; else vectors
 * @param givesImages whether the last one gives images, normalized; else vectors
 */
public record Chain(
    List<Link> links, ImageFormat format, boolean takesImages, boolean givesImages) {
  public Chain {
    links = List.copyOf(links);
  }

  /**
   * A network.
   *
   * @param weights by the network's own parameter names
   */
  public record Link(Network network, Map<String, NamedArray> weights) {}

  /** Images to vectors. */
  public static Chain encoder(
      Network network, ImageFormat format, Map<String, NamedArray> weights) {
    return new Chain(List.of(new Link(network, weights)), format, true, false);
  }

  /** Vectors to images. */
  public static Chain decoder(
      Network network, ImageFormat format, Map<String, NamedArray> weights) {
    return new Chain(List.of(new Link(network, weights)), format, false, true);
  }

  /** The networks without their weights. */
  public List<Network> networks() {
    return links.stream().map(Link::network).toList();
  }

  /** Length of the vectors that it takes: the first weight is out×in. */
  public int takes() {
    return (int) networks().get(0).parameters().get(0).shape()[1];
  }

  /** Length of the vectors that it gives: every network's last tensor has a value for each. */
  public int gives() {
    List<ParameterSpec> last = networks().get(links.size() - 1).parameters();
    return last.get(last.size() - 1).size();
  }

  /** What a network's tensors are called in a file of the whole: alone as they are themselves. */
  public String prefix(Network network) {
    return links.size() == 1 ? "" : network.name() + ".";
  }

  /** All weights under the names that they have in a file of the whole. */
  public Map<String, NamedArray> weights() {
    Map<String, NamedArray> all = new LinkedHashMap<>();
    for (Link link : links) {
      link.weights().forEach((name, array) -> all.put(prefix(link.network()) + name, array));
    }
    return all;
  }
}
