package kindred.train;

import kindred.experiment.CodePlan;
import kindred.experiment.Precision;
import kindred.method.AutoDecoder;
import kindred.torch.CodeSearch;
import kindred.torch.Embedder;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;

/**
 * An auto-decoder as it embeds images that it was not trained on, by searching their codes.
 *
 * @param codes how the decoder was trained and how to search
 * @param precision of the search; auto is not understood here
 */
public record SavedAutoDecoder(SavedDecoder decoder, CodePlan codes, Precision precision)
    implements SavedEmbedder {
  @Override
  public ImageFormat format() {
    return decoder.format();
  }

  @Override
  public int latent() {
    return decoder.spec().latent();
  }

  @Override
  public Embedder load(Torch torch) {
    return new CodeSearch(
        torch,
        AutoDecoder.objective(decoder.spec(), codes, 0, 1),
        format(),
        decoder.weights(),
        precision,
        codes.searchSteps(),
        codes.searchRate());
  }
}
