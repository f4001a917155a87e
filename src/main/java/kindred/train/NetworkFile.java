package kindred.train;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
  /** What PyTorch's batch norms call the number of batches they saw. */
  static final String COUNTER = ".num_batches_tracked";

  private static final String LAST_STATISTIC = ".running_var";
  private static final String FORMAT = "images";

  /**
   * Replaces the file.
   *
   * @param kind of network; the metadata has the specification under this name
   */
  void write(Path file, String kind) {
    Safetensors.write(
        file, counted(weights), Map.of(kind, Json.line(spec), FORMAT, Json.line(format)));
  }

  /**
   * PyTorch's batch norms have a counter too, and a strict load misses it. Nothing here counts, and
   * with a fixed momentum PyTorch does not look at it either, so that it is 0.
   */
  private static Map<String, NamedArray> counted(Map<String, NamedArray> weights) {
    Map<String, NamedArray> all = new LinkedHashMap<>();
    weights.forEach(
        (name, array) -> {
          all.put(name, array);
          if (name.endsWith(LAST_STATISTIC)) {
            String layer = name.substring(0, name.length() - LAST_STATISTIC.length());
            all.put(
                layer + COUNTER,
                new NamedArray(NamedArray.Type.INT64, new long[0], ByteBuffer.allocate(8)));
          }
        });
    return all;
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
        withoutCounters(content.arrays()));
  }

  private static Map<String, NamedArray> withoutCounters(Map<String, NamedArray> tensors) {
    Map<String, NamedArray> weights = new LinkedHashMap<>(tensors);
    weights.keySet().removeIf(name -> name.endsWith(COUNTER));
    return weights;
  }
}
