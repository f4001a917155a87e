package kindred.model;

/**
 * Which decoder, for which images.
 *
 * @param channels C of the images
 * @param size side S of the images
 * @param latent length of a representation
 */
public record DecoderSpec(int channels, int size, int latent) {
  /** The decoder that gives an encoder's images back. */
  public static DecoderSpec mirroring(EncoderSpec encoder) {
    return new DecoderSpec(encoder.channels(), encoder.size(), encoder.latent());
  }

  /** The network, named {@code decoder}: N×latent to N×C×S×S. */
  public Network network() {
    return ConvNets.decoder(channels, size, latent);
  }
}
