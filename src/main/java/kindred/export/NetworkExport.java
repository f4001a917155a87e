package kindred.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.array.AtomicFile;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.torch.Chain;
import kindred.torch.Torch;
import kindred.torch.TorchScript;

/** Writes networks that a training left in the formats of other programs, whole or not at all. */
public final class NetworkExport {
  private NetworkExport() {}

  /**
   * Writes weights under PyTorch's names; what the networks are, and the mean and deviation of
   * their images, go along as metadata. Needs no engine.
   *
   * @param own the tensors of the run's own file, which may be more than the networks use
   * @param metadata of the run's own file
   */
  public static void safetensors(
      Path out, Map<String, NamedArray> own, Map<String, String> metadata, ModelNotes notes) {
    Map<String, String> all = new LinkedHashMap<>(notes.texts());
    all.put("format", "pt"); // by which Hugging Face's libraries know PyTorch's layout
    all.putAll(metadata);
    Safetensors.write(out, own, all);
  }

  /** Writes a TorchScript file. Needs no engine. */
  public static void torchScript(Path out, Chain chain, ModelNotes notes) {
    TorchScript.write(out, chain, notes.withPixels(true).json());
  }

  /**
   * Writes an ONNX model, if ONNX Runtime computes with it what the networks themselves do.
   *
   * @param samples real inputs to compare on
   * @return how far the two are apart
   * @throws kindred.experiment.BadInput if they are too far; nothing is written then
   */
  public static OnnxCheck onnx(
      Path out, Torch torch, Chain chain, ModelNotes notes, Samples samples) {
    byte[] model = OnnxFile.of(chain, notes);
    OnnxCheck check =
        OnnxCheck.of(torch, chain, notes, samples, model, out.getFileName().toString());
    AtomicFile.writeBytes(out, model);
    return check;
  }
}
