package kindred.method;

import java.util.List;
import java.util.Locale;
import kindred.experiment.Mix;
import kindred.experiment.Range;
import kindred.model.ConvNets;
import kindred.model.EncoderSpec;
import kindred.torch.Given;
import kindred.torch.Objective;

/**
 * Bootstrap your own latent (Grill et al. 2020), with neighbors as further positives.
 *
 * <p>The online network predicts, from one view, the target network's projection of the other view.
 * The target is the moving average of the online encoder and projector. The loss of a pair is 2 − 2
 * cos, summed over both directions and averaged over the batch. The representation is the encoder's
 * output, before the projector.
 *
 * <ul>
 *   <li><b>baseline</b>: two views of the image.
 *   <li><b>probabilistic</b>: the second view is, with probability p, made from the neighbor. The
 *       loss is the baseline's; the batch differs.
 *   <li><b>weighted</b>: a third view is made from the neighbor, and the target is w·t(other view)
 *       + (1−w)·t(neighbor), mixed before or after each t is scaled to unit length, with a fixed w
 *       or one that is drawn for every step.
 * </ul>
 */
public final class Byol {
  /** Length of a projection. */
  public static final int PROJECTION = 256;

  /** Width of the projector and of the predictor. */
  public static final int HIDDEN = 4096;

  private static final String ONLINE =
      """
      views = torch.slice(images, 0, 0, torch.floordiv(torch.size(images, 0), VIEWS) * 2)
      y = self.projector(online, self.encoder(online, views, 2, True), 2, True)
      q1, q2 = torch.chunk(self.predictor(online, y, 2, True), 2)
      """;

  private static final String TWO_VIEWS =
      """
      t1, t2 = torch.chunk(self.projector(target, self.encoder(target, views, 2, True), 2, True), 2)
      """;

  private static final String THREE_VIEWS =
      """
      t = self.projector(target, self.encoder(target, images, 3, True), 3, True)
      """;

  private static final String TO_UNIT_LENGTH =
      """
      t = torch.div(t, torch.clamp_min(torch.norm(t, 2, [1], True), 1e-08))
      """;

  private static final String MIXED =
      """
      t1, t2, tn = torch.chunk(t, 3)
      t1 = t1 * WEIGHT + tn * (1. - WEIGHT)
      t2 = t2 * WEIGHT + tn * (1. - WEIGHT)
      """;

  private static final String LOSS =
      """
      first = torch.mean(2. - 2. * torch.cosine_similarity(q1, t2, 1, 1e-08))
      second = torch.mean(2. - 2. * torch.cosine_similarity(q2, t1, 1, 1e-08))
      return [first + second]
      """;

  private Byol() {}

  /** The baseline and the probabilistic way: two views. */
  public static Objective pairs(EncoderSpec encoder) {
    return objective(encoder, 2, new Given.Nothing(), ONLINE + TWO_VIEWS + LOSS);
  }

  /**
   * The weighted way: three views, the third made from the neighbor; mixed before normalization.
   *
   * @param weight w, the share of the image's own other view in the target, in [0, 1]
   */
  public static Objective weighted(EncoderSpec encoder, double weight) {
    return weighted(encoder, weight, Mix.BEFORE);
  }

  /** The same, mixed before or after normalization. */
  public static Objective weighted(EncoderSpec encoder, double weight, Mix mix) {
    String number = String.format(Locale.ROOT, "%.17g", weight);
    return weighted(encoder, new Given.Nothing(), mix, number);
  }

  /** The same with a w drawn from a range for every step, which the loss is given. */
  public static Objective weighted(EncoderSpec encoder, Range weight, Mix mix) {
    return weighted(encoder, new Given.Uniform(weight.low(), weight.high()), mix, "given");
  }

  private static Objective weighted(EncoderSpec encoder, Given given, Mix mix, String weight) {
    String target = mix == Mix.AFTER ? THREE_VIEWS + TO_UNIT_LENGTH : THREE_VIEWS;
    return objective(encoder, 3, given, ONLINE + target + MIXED.replace("WEIGHT", weight) + LOSS);
  }

  private static Objective objective(EncoderSpec encoder, int views, Given given, String loss) {
    return new Objective(
        List.of(
            encoder.network(),
            ConvNets.mlp("projector", encoder.latent(), HIDDEN, PROJECTION),
            ConvNets.mlp("predictor", PROJECTION, HIDDEN, PROJECTION)),
        2,
        views,
        given,
        List.of("loss"),
        loss.replace("VIEWS", Integer.toString(views)));
  }
}
