package kindred.model;

/**
 * Which encoder, for which images.
 *
 * @param architecture {@code conv}
 * @param channels C of the images
 * @param size side S of the images
 * @param latent length of a representation
 */
public record EncoderSpec(String architecture, int channels, int size, int latent) {
  /** The network, named {@code encoder}. */
  public Network network() {
    return ConvNets.encoder(channels, size, latent);
  }
}
