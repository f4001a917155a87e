package kindred.run;

import kindred.experiment.LatentStage;
import kindred.torch.Devices;
import kindred.train.SavedAutoDecoder;
import kindred.train.SavedDecoder;
import kindred.train.SavedEmbedder;
import kindred.train.SavedEncoder;

/** What a training left to embed images with. */
final class Embedders {
  private Embedders() {}

  /**
   * Reads it.
   *
   * @param device it will be used on
   * @throws kindred.experiment.BadInput if it is missing or damaged
   */
  static SavedEmbedder of(RunFolder run, String device) {
    if (run.stage() instanceof LatentStage latent && latent.codes() != null) {
      return new SavedAutoDecoder(
          SavedDecoder.read(run.artifact(TrainingWork.DECODER)),
          latent.codes(),
          Devices.precision(latent.training().precision(), device));
    }
    return SavedEncoder.read(run.artifact(TrainingWork.ENCODER));
  }
}
