package kindred.method;

import java.util.List;
import java.util.Locale;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.torch.Given;
import kindred.torch.Objective;

/**
 * Variational auto-encoder (Kingma and Welling 2014): the encoder gives a normal distribution for
 * every image, the decoder must give the image back from a draw of it, and the distribution is held
 * close to the standard normal one.
 *
 * <p>The encoder's outputs are μ and then log σ², each of the latent length; z = μ + σ·ε. Loss:
 * mean squared error over all elements of the normalized images + β·KL, where KL = −½ Σ (1 + log σ²
 * − μ² − σ²) is summed over dimensions and averaged over the batch. The embedding is μ.
 */
public final class VariationalAutoEncoder {
  private static final String LOSS =
      """
      mu, logvar = torch.chunk(self.encoder(online, images, 1, True), 2, 1)
      z = mu + torch.exp(0.5 * logvar) * given
      mse = torch.mse_loss(self.decoder(online, z, 1, True), images)
      kl = torch.mean(torch.sum(mu * mu + torch.exp(logvar) - 1. - logvar, [1])) * 0.5
      return [mse + BETA * kl, mse, kl]
      """;

  private VariationalAutoEncoder() {}

  /**
   * The encoder, with twice the outputs, and its mirrored decoder.
   *
   * @param encoder whose latent length is that of μ
   * @param beta weight of the KL divergence
   */
  public static Objective objective(EncoderSpec encoder, double beta) {
    return new Objective(
        List.of(
            encoder.withOutputs(2 * encoder.latent()).network(),
            DecoderSpec.mirroring(encoder).network()),
        0,
        1,
        new Given.Noise(encoder.latent()),
        List.of("loss", "mse", "kl"),
        LOSS.replace("BETA", String.format(Locale.ROOT, "%.17g", beta)));
  }
}
