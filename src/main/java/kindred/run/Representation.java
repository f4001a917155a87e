package kindred.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import kindred.data.ImageSet;
import kindred.data.Split;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.torch.Given;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import kindred.train.Embedding;
import kindred.train.LatentSheets;
import kindred.train.SavedDecoder;
import kindred.train.SavedEncoder;

/**
 * The vectors that a method gives its images, and what is kept of it to make more of them: an
 * encoder's outputs, or the images' own codes.
 */
record Representation(
    ImageSet images, Split split, EncoderSpec encoder, ImageFormat format, Objective objective) {
  private static final String DECODER = "decoder";

  /**
   * How to get the vectors of some training images, at any moment of the training.
   *
   * @param numbers the images
   */
  Function<Learner, float[]> ofTrained(Torch torch, int[] numbers, int threads) {
    if (hasCodes()) {
      int[] rows =
          Arrays.stream(numbers).map(image -> Arrays.binarySearch(split.train(), image)).toArray();
      return learner -> learner.tensors().codes(rows);
    }
    Embedding embedding = new Embedding(torch, images, numbers, encoder.size(), threads);
    return learner -> embedding.of(SavedEncoder.of(encoder, format, learner));
  }

  private boolean hasCodes() {
    return objective.given() instanceof Given.Codes;
  }

  /** The codes of all training images, or null if the method has an encoder instead. */
  float[] codes(Learner learner) {
    return hasCodes() ? learner.tensors().codes() : null;
  }

  /** Pictures of what the decoder makes of the vectors, if there is one. */
  Optional<LatentSheets> sheets(Torch torch, Path folder, int epochs, int threads) {
    if (!objective.has(DECODER)) {
      return Optional.empty();
    }
    int[] shown = LatentSheets.choose(split.train());
    return Optional.of(
        new LatentSheets(
            folder,
            images,
            shown,
            DecoderSpec.mirroring(encoder),
            format,
            ofTrained(torch, shown, threads),
            objective.given() instanceof Given.Noise,
            epochs));
  }

  /** Writes the encoder and the decoder, if there are any. */
  void keep(Learner learner, RunFolder run) {
    if (objective.has(EncoderSpec.NETWORK)) {
      SavedEncoder.of(encoder, format, learner).write(run.artifact(TrainingWork.ENCODER));
    }
    if (objective.has(DECODER)) {
      SavedDecoder.of(DecoderSpec.mirroring(encoder), format, learner)
          .write(run.artifact(TrainingWork.DECODER));
    }
  }
}
