package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.array.Safetensors;
import kindred.data.PackedImages;
import kindred.data.Split;
import kindred.experiment.CodePlan;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Json;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentWorkTest {
  private static final int IMAGES = 20;
  private static final int LATENT = 3;
  private static final TrainingPlan PLAN =
      Json.read(
          """
          {"epochs":2,"batch":5,"latent":3,"holdout":0.25,"threads":1,"precision":"fp32"}\
          """,
          TrainingPlan.class,
          "test");

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void pack() throws IOException {
    // a workspace that is there already gets no sample images
    Files.createDirectories(folder.resolve("workspace/datasets"));
    workspace = Workspace.open(folder.resolve("workspace"));
    PackedImages.varied(workspace.datasets().resolve("varied"), IMAGES, 1, 8, 8);
    PackedImages.write(
        workspace.datasets().resolve("test"), 6, 1, 8, 8, 2, (n, c, y, x) -> 200 - n * x);
  }

  private RunFolder done(Stage stage) {
    return TinyWorkspace.done(workspace, stage);
  }

  private RunFolder autoDecoder() {
    CodePlan codes = new CodePlan(null, null, null, 4, null);
    return done(new LatentStage(LatentMethod.AD, "varied", null, codes, PLAN));
  }

  @Test
  void trainedImagesHaveTheirCodesAndHeldOutOnesTheCodesThatWereFound() {
    RunFolder run = autoDecoder();

    Map<String, NamedArray> embeddings = Npz.read(run.artifact("embeddings.npz"));
    Map<String, NamedArray> checkpoint =
        Safetensors.read(run.checkpoints().resolve("step-000000006.safetensors")).arrays();
    float[] vectors = embeddings.get("vectors").toFloats();
    float[] codes = checkpoint.get("codes").toFloats();
    Split split = Split.of(IMAGES, 0.25, 0, 0);
    assertThat(embeddings.get("images").toInts()).containsExactly(split.all());
    assertThat(checkpoint.get("codes").shape()).containsExactly(15, LATENT);
    for (int i = 0; i < IMAGES; i++) {
      float[] vector = Arrays.copyOfRange(vectors, i * LATENT, (i + 1) * LATENT);
      int row = Arrays.binarySearch(split.train(), i);
      if (row >= 0) {
        assertThat(vector).isEqualTo(Arrays.copyOfRange(codes, row * LATENT, (row + 1) * LATENT));
      } else {
        // Two steps by 0.01 from zero, and two by a tenth of that.
        assertThat(Math.abs(vector[0])).isBetween(1e-3f, 0.0221f);
      }
    }
  }

  @Test
  void autoDecodersAreEvaluatedOnHeldOutImagesAndOnOtherSets() {
    String source = autoDecoder().id();

    RunFolder heldOut = done(new EvaluateStage(source, null, null, 3, null, 2, null));
    RunFolder other = done(new EvaluateStage(source, "test", null, 3, null, 2, null));

    assertThat(heldOut.state().result().path("knn").asDouble()).isBetween(0.0, 1.0);
    assertThat(other.state().result().path("probe").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void encodersEmbedWhatTheyWereNotTrainedOnAndDecodersAreKept() {
    for (LatentMethod method : new LatentMethod[] {LatentMethod.AE, LatentMethod.VAE}) {
      RunFolder run = done(new LatentStage(method, "varied", PLAN));

      assertThat(Npz.read(run.artifact("embeddings.npz")).get("vectors").shape())
          .containsExactly(IMAGES, LATENT);
      assertThat(Safetensors.read(run.artifact("encoder.safetensors")).arrays().get("fc.bias"))
          .satisfies(bias -> assertThat(bias.shape()).containsExactly(LATENT));
      assertThat(run.artifact("decoder.safetensors")).exists();
    }
  }

  @Test
  void everyStepSaysOfWhatItsLossIsMadeAndTheLogWhichPrecisionItWas() throws IOException {
    RunFolder run = done(new LatentStage(LatentMethod.VAE, "varied", 0.25, null, PLAN));

    assertThat(run.log()).anyMatch(line -> line.endsWith("computes in fp32: it was asked for"));
    List<ObjectNode> steps =
        Files.readAllLines(run.metrics()).stream()
            .map(line -> Json.read(line, ObjectNode.class, "metrics"))
            .filter(line -> line.path("kind").asText().equals("step"))
            .toList();
    assertThat(steps)
        .hasSize(6)
        .allSatisfy(
            line -> {
              assertThat(line.path("kl").asDouble()).isPositive();
              assertThat(line.path("mse").asDouble() + 0.25 * line.path("kl").asDouble())
                  .isCloseTo(line.path("loss").asDouble(), within(1e-5));
            });
  }
}
