package kindred.method;

import java.util.List;
import java.util.Locale;
import kindred.experiment.CodePlan;
import kindred.model.DecoderSpec;
import kindred.torch.Given;
import kindred.torch.Objective;

/**
 * Auto-decoder (after DeepSDF, Park et al. 2019): there is no encoder. Every image has a code of
 * its own, trained together with the decoder that must give the image back from it.
 *
 * <p>Loss: mean squared error over all elements of the normalized images + λ · mean over images of
 * ‖z‖², a Gaussian prior with unit covariance up to scale. (DeepSDF itself uses a clamped L1 error
 * and the norm, not its square.) An image that was not trained on gets a code by minimizing the
 * same loss with the decoder held fixed.
 */
public final class AutoDecoder {
  private static final String LOSS =
      """
      mse = torch.mse_loss(self.decoder(online, given, 1, True), images)
      prior = torch.mean(torch.sum(given * given, [1]))
      return [mse + LAMBDA * prior, mse, prior]
      """;

  private AutoDecoder() {}

  /**
   * A decoder and the codes of its images.
   *
   * @param images number of images to train on
   * @param decoderRate the decoder's learning rate, to which that of the codes is set in relation
   */
  public static Objective objective(
      DecoderSpec decoder, CodePlan codes, int images, double decoderRate) {
    return new Objective(
        List.of(decoder.network()),
        0,
        1,
        new Given.Codes(images, decoder.latent(), codes.deviation(), codes.rate() / decoderRate),
        List.of("loss", "mse", "prior"),
        LOSS.replace("LAMBDA", String.format(Locale.ROOT, "%.17g", codes.lambda())));
  }
}
