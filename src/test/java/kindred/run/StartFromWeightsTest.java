package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.data.PackedImages;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFromWeightsTest {
  private static final String FIRST_LAYER = "convs.0.weight";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void pack() throws IOException {
    // a workspace that is there already gets no sample images
    Files.createDirectories(folder.resolve("workspace/datasets"));
    workspace = Workspace.open(folder.resolve("workspace"));
    PackedImages.varied(workspace.datasets().resolve("varied"), 16, 1, 8, 8);
  }

  /** Training that hardly moves a weight, so that the end shows the start. */
  private RunFolder create(String kind, String weights, int seed) {
    String json =
        """
        {"stage": %s, "data": "varied", "training": {"epochs": 1, "batch": 8, "threads": 2,
         "precision": "fp32", "latent": 4, "learningRate": 1e-9, "seed": %d%s}}
        """
            .formatted(kind, seed, weights == null ? "" : ", \"weights\": " + Json.line(weights));
    return workspace.create(Json.read(json, Stage.class, "test"));
  }

  private RunFolder done(RunFolder run) {
    RunState state = Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(state.status()).as(state.message()).isEqualTo(Status.DONE);
    return run;
  }

  private static float[] firstLayer(RunFolder run) {
    Path file = run.artifact(TrainingWork.ENCODER);
    return Safetensors.read(file).arrays().get(FIRST_LAYER).toFloats();
  }

  private static double largestDifference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  @Test
  void trainingStartsFromTheEncoderOfAnotherRun() {
    RunFolder space = done(create("\"latent\"", null, 1));
    RunFolder fresh = done(create("\"byol\"", null, 2));
    RunFolder started = done(create("\"byol\"", "1", 2));

    assertThat(largestDifference(firstLayer(started), firstLayer(space))).isLessThan(1e-6);
    assertThat(largestDifference(firstLayer(fresh), firstLayer(space))).isGreaterThan(1e-2);
    assertThat(started.stage().weights()).isEqualTo(space.id());
    assertThat(started.log())
        .anyMatch(line -> line.endsWith("10 of the encoder's 10 tensors start from the file"));
  }

  @Test
  void resumedTrainingDoesNotStartAgain() throws IOException {
    Path file = folder.resolve("start.safetensors");
    float[] halves = new float[32 * 9];
    java.util.Arrays.fill(halves, 0.5f);
    Safetensors.write(file, Map.of(FIRST_LAYER, NamedArray.floats(halves, 32, 1, 3, 3)), Map.of());
    RunFolder run = create("\"byol\"", file.toString(), 1);
    assertThat(Worker.work(workspace, run, event -> {}, () -> true).status())
        .isEqualTo(Status.STOPPED);
    Files.delete(file);
    workspace.requeue(run);

    assertThat(largestDifference(firstLayer(done(run)), halves)).isLessThan(1e-6);
  }

  @Test
  void fileWithoutAnyTensorOfTheEncoderFailsTheRunAsBadInput() {
    Path file = folder.resolve("other.safetensors");
    Safetensors.write(file, Map.of("x", NamedArray.floats(new float[1], 1)), Map.of());
    RunFolder run = create("\"byol\"", file.toString(), 1);

    RunState state = Worker.work(workspace, run, event -> {}, () -> false);

    assertThat(state.status()).isEqualTo(Status.FAILED);
    assertThat(state.badInput()).isTrue();
    assertThat(state.message()).contains("other.safetensors").contains(FIRST_LAYER);
  }

  @Test
  void weightsThatAreNowhereAreRefusedBeforeARunIsMade() {
    assertThatThrownBy(() -> create("\"byol\"", "byol-77", 1))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("byol-77");
    assertThatThrownBy(() -> create("\"byol\"", "none.safetensors", 1))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("none.safetensors");
    assertThat(workspace.all()).isEmpty();
  }
}
