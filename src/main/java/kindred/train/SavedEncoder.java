package kindred.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.model.EncoderSpec;
import kindred.model.ParameterSpec;
import kindred.torch.Encoder;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Torch;

/**
 * A trained encoder with all that is needed to use it: {@code encoder.safetensors}.
 *
 * @param format of the images it was trained on
 * @param weights by PyTorch's state_dict names
 */
public record SavedEncoder(EncoderSpec spec, ImageFormat format, Map<String, NamedArray> weights)
    implements SavedEmbedder {
  private static final String KIND = "encoder";

  /**
   * A learner's encoder as it is now. If it has more outputs than the specification, such as a
   * variational auto-encoder's log σ² after its μ, the first ones are the representation.
   *
   * @param asked for; a method that needs more outputs than a ResNet's pooled features has given it
   *     a linear layer, which then belongs to the encoder
   */
  public static SavedEncoder of(EncoderSpec asked, ImageFormat format, Learner learner) {
    Map<String, NamedArray> all = learner.tensors().network(EncoderSpec.NETWORK);
    EncoderSpec spec = all.containsKey("fc.weight") ? asked.withOutputs(asked.latent()) : asked;
    Map<String, NamedArray> weights = new LinkedHashMap<>();
    for (ParameterSpec parameter : spec.network().parameters()) {
      long[] shape = parameter.shape();
      NamedArray trained = all.get(parameter.name());
      weights.put(parameter.name(), trained.firstRows((int) shape[0]));
    }
    return new SavedEncoder(spec, format, weights);
  }

  /** Replaces the file. */
  public void write(Path file) {
    new NetworkFile<>(spec, format, weights).write(file, KIND);
  }

  /**
   * Reads the file.
   *
   * @throws kindred.experiment.BadInput if it is missing, corrupt, or no encoder
   */
  public static SavedEncoder read(Path file) {
    NetworkFile<EncoderSpec> read = NetworkFile.read(file, KIND, EncoderSpec.class);
    return new SavedEncoder(read.spec(), read.format(), read.weights());
  }

  @Override
  public int latent() {
    return spec.latent();
  }

  @Override
  public Encoder load(Torch torch) {
    return new Encoder(torch, spec.network(), format, weights);
  }
}
