package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kindred.array.Vectors;
import org.junit.jupiter.api.Test;

/** From a run to a folder for others, and from there to the classes of new images. */
class PredictCommandTest extends CommandLineCase {
  @Test
  void anExportedFolderPredictsWhatTheRunWould() throws IOException {
    assertThat(train("latent", "ae", "--epochs", "1", "--holdout", "0.25").exit()).isZero();
    assertThat(type("evaluate", "ae-1", "--probe-epochs", "5").exit()).isZero();
    Path model = temp.resolve("model");
    Said exported = type("export", "ae-1", "--normalize", "--out", model + "/", "--json");
    assertThat(exported.exit()).as(exported.err()).isZero();
    assertThat(exported.json().path("difference").asDouble()).isBetween(0.0, 1e-3);
    assertThat(model.resolve("model.onnx")).exists();

    Path csv = temp.resolve("vectors.csv");
    Path npy = temp.resolve("vectors.npy");
    String images = pictures.toString();
    Said ofModel = type("predict", model.toString(), images, "--out", csv.toString(), "--json");
    assertThat(ofModel.exit()).as(ofModel.err()).isZero();
    int count = ofModel.json().path("images").asInt();
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(count + 1);
    assertThat(lines.get(0)).isEqualTo("file,v0,v1,v2,v3,v4,v5,v6,v7");
    assertThat(type("predict", "ae-1", images, "--out", npy.toString()).exit()).isZero();
    float[] ofRun = Vectors.read(npy).values();
    for (int row = 0; row < count; row++) {
      String[] fields = lines.get(row + 1).split(",");
      assertThat(Path.of(fields[0])).isRegularFile();
      for (int j = 0; j < 8; j++) {
        assertThat(Math.abs(Float.parseFloat(fields[j + 1]) - ofRun[8 * row + j]))
            .isLessThan(1e-4f);
      }
    }

    Said classes = type("predict", model.toString(), images, "--probe", "evaluate-2");
    assertThat(classes.out().lines())
        .hasSize(count + 1)
        .first()
        .isEqualTo("file,class,probability");
    Said matrix = type("predict", "ae-1", images, "--probe", "evaluate-2", "--out", npy.toString());
    assertThat(matrix.exit()).isNotZero();
    assertThat(matrix.err()).contains("ends in .csv");
    Said scripted = type("export", "ae-1", "--normalize", "--out", temp + "/encoder.pt");
    assertThat(scripted.err()).contains("--normalize is for onnx");
    assertThat(temp.resolve("encoder.pt")).doesNotExist();
    Said vectors = type("export", "ae-1", "--part", "decoder", "--out", temp + "/decoder.npz");
    assertThat(vectors.err()).contains("--part chooses networks, and embeddings holds none");
    assertThat(temp.resolve("decoder.npz")).doesNotExist();
    assertThat(type("predict", "gone.onnx", images).err()).contains("there is no file gone.onnx");
  }
}
