package kindred.train;

import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.torch.ImageFormat;

/**
 * A network's weights in safetensors, with all that is needed to use it as metadata.
 *
 * @param spec which network
 * @param format of the images it was trained on
 * @param weights by PyTorch's state_dict names
 */
record NetworkFile<S>(S spec, ImageFormat format, Map<String, NamedArray> weights) {
  private static final String FORMAT = "images";

  /**
   * Replaces the file.
   *
   * @param kind of network; the metadata has the specification under this name
   */
  void write(Path file, String kind) {
    Safetensors.write(file, weights, Map.of(kind, Json.line(spec), FORMAT, Json.line(format)));
  }

  /**
   * Reads the file.
   *
   * @throws BadInput if it is missing, corrupt, or holds another kind of network
   */
  static <S> NetworkFile<S> read(Path file, String kind, Class<S> type) {
    Safetensors.Content content = Safetensors.read(file);
    String spec = content.metadata().get(kind);
    String format = content.metadata().get(FORMAT);
    if (spec == null || format == null) {
      throw new BadInput(file + " holds no " + kind + " of this program");
    }
    return new NetworkFile<>(
        Json.read(spec, type, file.toString()),
        Json.read(format, ImageFormat.class, file.toString()),
        content.arrays());
  }
}
