package kindred.train;

import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.model.DecoderSpec;
import kindred.torch.Decoder;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Torch;

/**
 * A trained decoder with all that is needed to use it: {@code decoder.safetensors}.
 *
 * @param format of the images it was trained on
 * @param weights by PyTorch's state_dict names
 */
public record SavedDecoder(DecoderSpec spec, ImageFormat format, Map<String, NamedArray> weights) {
  private static final String KIND = "decoder";

  /** A learner's decoder as it is now. */
  public static SavedDecoder of(DecoderSpec spec, ImageFormat format, Learner learner) {
    return new SavedDecoder(spec, format, learner.tensors().network(spec.network().name()));
  }

  /** Replaces the file. */
  public void write(Path file) {
    new NetworkFile<>(spec, format, weights).write(file, KIND);
  }

  /**
   * Reads the file.
   *
   * @throws kindred.experiment.BadInput if it is missing, corrupt, or no decoder
   */
  public static SavedDecoder read(Path file) {
    NetworkFile<DecoderSpec> read = NetworkFile.read(file, KIND, DecoderSpec.class);
    return new SavedDecoder(read.spec(), read.format(), read.weights());
  }

  /** Loads it into the engine, frozen. */
  public Decoder load(Torch torch) {
    return new Decoder(torch, spec.network(), format, weights);
  }
}
