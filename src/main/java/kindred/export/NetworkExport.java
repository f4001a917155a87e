package kindred.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.array.Safetensors;
import kindred.torch.TorchScript;
import kindred.train.SavedDecoder;
import kindred.train.SavedEncoder;

/** Writes a network that a training left in the formats of other programs. Needs no engine. */
public final class NetworkExport {
  private NetworkExport() {}

  /**
   * Copies a network's weights under PyTorch's names; what the network is, and the mean and
   * deviation of its images, go along as metadata.
   *
   * @param from {@code encoder.safetensors} or {@code decoder.safetensors}
   * @param more metadata, such as where it comes from
   * @throws kindred.experiment.BadInput if the file is missing or damaged
   */
  public static void safetensors(Path from, Path out, Map<String, String> more) {
    Safetensors.Content content = Safetensors.read(from);
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
    metadata.put("format", "pt"); // by which Hugging Face's libraries know PyTorch's layout
    metadata.putAll(more);
    Safetensors.write(out, content.arrays(), metadata);
  }

  /**
   * Writes a network as one TorchScript file.
   *
   * @param from {@code encoder.safetensors} or {@code decoder.safetensors}
   * @throws kindred.experiment.BadInput if the file is missing or damaged
   */
  public static void torchScript(Path from, Part part, Path out) {
    switch (part) {
      case ENCODER -> {
        SavedEncoder saved = SavedEncoder.read(from);
        TorchScript.writeEncoder(out, saved.spec().network(), saved.format(), saved.weights());
      }
      case DECODER -> {
        SavedDecoder saved = SavedDecoder.read(from);
        TorchScript.writeDecoder(out, saved.spec().network(), saved.format(), saved.weights());
      }
    }
  }
}
