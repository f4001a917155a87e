package kindred.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.Sha256;
import kindred.experiment.Json;
import kindred.torch.Chain;
import kindred.torch.FrozenChain;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ONNX Runtime, torch.jit.load, load_state_dict of torchvision and PyTorch, numpy.load and
 * pickle.load gave for the very bytes of these files, in Python, what the networks give here.
 * src/test/python/python_outputs.py opened them and says how to make the numbers anew when a writer
 * changes.
 */
class PythonOpensExportsTest {
  private static final double TOLERANCE = 1e-4;

  @TempDir Path folder;

  @Test
  void pythonGetsTheSameNumbersFromTheSameBytes() throws Exception {
    ExportedFiles files = new ExportedFiles(folder);
    try (Torch torch = Torch.open("cpu", 1)) {
      Map<String, Chain> written = files.write(folder, torch);
      JsonNode python = python();
      assertThat(written.keySet()).isNotEmpty();
      for (Map.Entry<String, Chain> file : written.entrySet()) {
        JsonNode found = opened(python, file.getKey());
        boolean pixels = !file.getKey().endsWith(".safetensors");
        compare(file.getKey(), outputs(torch, files, file.getValue(), pixels), found);
      }
    }
  }

  @Test
  void pythonReadsTheSameVectorsFromTheSameBytes() throws Exception {
    ExportedFiles files = new ExportedFiles(folder);
    JsonNode python = python();
    for (String name : files.writeVectors(folder)) {
      compare(name, files.vectors, opened(python, name));
    }
  }

  private JsonNode opened(JsonNode python, String name) throws Exception {
    JsonNode found = python.path(name);
    assertThat(Sha256.hex(Files.readAllBytes(folder.resolve(name))))
        .as(name + " as Python opened it; if a writer changed, let Python open it again")
        .isEqualTo(found.path("sha256").asText());
    return found;
  }

  /** Writes the files for Python, if it is told where to. */
  @Test
  void filesForPythonAreWrittenOnRequest() throws IOException {
    String target = System.getProperty("kindred.exports");
    if (target != null) {
      Path out = Files.createDirectories(Path.of(target));
      ExportedFiles files = new ExportedFiles(folder);
      try (Torch torch = Torch.open("cpu", 1)) {
        files.write(out, torch);
      }
      files.writeVectors(out);
      files.writeInputs(out);
    }
  }

  private static float[] outputs(Torch torch, ExportedFiles files, Chain chain, boolean pixels) {
    try (FrozenChain own = new FrozenChain(torch, chain)) {
      float[] result;
      if (!chain.takesImages()) {
        result = own.ofVectors(files.vectors, ExportedFiles.IMAGES);
      } else if (ExportedFiles.isColored(chain)) {
        result = own.ofPixels(files.colored, ExportedFiles.COLORED);
      } else {
        result = own.ofPixels(files.pixels, ExportedFiles.IMAGES);
      }
      return chain.givesImages() && pixels ? pixels(result, chain.format()) : result;
    }
  }

  private static float[] pixels(float[] normalized, ImageFormat format) {
    float[] pixels = new float[normalized.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = 255 * (normalized[i] * format.std().get(0) + format.mean().get(0));
      pixels[i] = (float) Math.max(0, Math.min(255, value));
    }
    return pixels;
  }

  private static void compare(String name, float[] own, JsonNode found) {
    int every = found.path("every").asInt();
    JsonNode outputs = found.path("outputs");
    assertThat(outputs.size()).as(name).isEqualTo((own.length + every - 1) / every);
    double largest = 1;
    for (float value : own) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < outputs.size(); i++) {
      assertThat((double) own[i * every])
          .as(name + ", number " + i * every)
          .isCloseTo(outputs.get(i).asDouble(), within(TOLERANCE * largest));
    }
  }

  private static JsonNode python() throws IOException {
    try (InputStream file =
        PythonOpensExportsTest.class.getResourceAsStream("python_outputs.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, ObjectNode.class, "python_outputs.json");
    }
  }
}
