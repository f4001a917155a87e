package kindred.train;

import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.model.EncoderSpec;
import kindred.torch.Encoder;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;

/**
 * A trained encoder with all that is needed to use it: {@code encoder.safetensors}.
 *
 * @param format of the images it was trained on
 * @param weights by PyTorch's state_dict names
 */
public record SavedEncoder(EncoderSpec spec, ImageFormat format, Map<String, NamedArray> weights) {
  private static final String SPEC = "encoder";
  private static final String FORMAT = "images";

  /** Replaces the file. */
  public void write(Path file) {
    Safetensors.write(file, weights, Map.of(SPEC, Json.line(spec), FORMAT, Json.line(format)));
  }

  /**
   * Reads the file.
   *
   * @throws BadInput if it is missing, corrupt, or no encoder
   */
  public static SavedEncoder read(Path file) {
    Safetensors.Content content = Safetensors.read(file);
    String spec = content.metadata().get(SPEC);
    String format = content.metadata().get(FORMAT);
    if (spec == null || format == null) {
      throw new BadInput(file + " holds no encoder of this program");
    }
    return new SavedEncoder(
        Json.read(spec, EncoderSpec.class, file.toString()),
        Json.read(format, ImageFormat.class, file.toString()),
        content.arrays());
  }

  /** Loads it into the engine, frozen. */
  public Encoder load(Torch torch) {
    return new Encoder(torch, spec.network(), format, weights);
  }
}
