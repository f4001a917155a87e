package kindred.method;

import java.util.List;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.torch.Objective;

/**
 * Auto-encoder: an image's latent vector is what the encoder makes of it, and the decoder must give
 * the image back. Loss: mean squared error over all elements of the normalized images.
 */
public final class AutoEncoder {
  private static final String LOSS =
      """
      z = self.encoder(online, images, 1, True)
      return [torch.mse_loss(self.decoder(online, z, 1, True), images)]
      """;

  private AutoEncoder() {}

  /** The encoder with its mirrored decoder. */
  public static Objective objective(EncoderSpec encoder) {
    return new Objective(
        List.of(encoder.network(), DecoderSpec.mirroring(encoder).network()),
        0,
        1,
        List.of("loss"),
        LOSS);
  }
}
