package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real workers, killed in the middle of the third of four epochs without a chance to save, then
 * gone on with: every method and both precisions. Neighbors, where they are refreshed, were
 * searched before that epoch and are part of the checkpoint it begins with.
 */
class KilledRunTest {
  private static final int IMAGES = 160;
  private static final List<String> MEASURED_ANEW =
      List.of("time", "images_per_s", "resident_mb", "heap_mb");

  @TempDir static Path folder;
  private static Workspace workspace;

  @BeforeAll
  static void packImages() throws IOException {
    Files.createDirectories(folder.resolve("datasets"));
    Files.createDirectories(folder.resolve("runs"));
    workspace = Workspace.open(folder);
    PackedImages.varied(workspace.datasets().resolve("varied"), IMAGES, 1, 8, 8);
  }

  static Stream<Arguments> stages() {
    String refreshed = "\"positives\":{\"k\":2,\"refresh\":2,\"mix\":\"after\"}";
    return Stream.of(
        Arguments.of("\"stage\":\"latent\",\"method\":\"ae\"", 2, "bf16"),
        Arguments.of("\"stage\":\"latent\",\"method\":\"vae\"", 2, "bf16"),
        Arguments.of("\"stage\":\"latent\",\"method\":\"ad\"", 2, "fp32"),
        Arguments.of("\"stage\":\"latent\",\"method\":\"ad\"", 2, "bf16"),
        Arguments.of("\"stage\":\"byol\",\"way\":\"baseline\"", 8, "bf16"),
        Arguments.of(
            "\"stage\":\"byol\",\"way\":\"probabilistic\","
                + refreshed.replace(",\"mix\":\"after\"", ""),
            8,
            "fp32"),
        Arguments.of("\"stage\":\"byol\",\"way\":\"weighted\"," + refreshed, 8, "bf16"));
  }

  private static RunFolder create(String stage, int batch, String precision) {
    String training =
        """
        "data": "varied",
        "training": {"epochs": 4, "batch": %d, "latent": 8, "threads": 1, "precision": "%s",
                     "schedule": {"kind": "cosine", "warmup": 1}}
        """;
    String text = "{" + stage + "," + training.formatted(batch, precision) + "}";
    return workspace.create(Json.read(text, Stage.class, "test"));
  }

  private static Status work(RunFolder run) {
    return Worker.work(workspace, run, event -> {}, () -> false).status();
  }

  /** Kills the worker once the metrics have that step. */
  private static void workAndKill(RunFolder run, int step) throws Exception {
    WorkerProcess worker = WorkerProcess.start(workspace, run);
    while (!hasStep(run, step)) {
      assertThat(run.state().status()).isNotIn(Status.FAILED, Status.DONE);
      Thread.sleep(2);
    }
    ProcessHandle.of(run.state().pid()).orElseThrow().destroyForcibly();
    worker.await();
    assertThat(run.state().actualStatus()).isEqualTo(Status.INTERRUPTED);
    assertThat(run.state().epoch()).as("complete epochs").isEqualTo(2);
  }

  private static boolean hasStep(RunFolder run, int step) throws IOException {
    return Files.exists(run.metrics())
        && Files.readString(run.metrics()).contains("\"step\":" + step + ",");
  }

  /** What counts of every step and epoch: the later line, without what a clock or a scale gave. */
  private static Map<String, ObjectNode> metrics(RunFolder run) throws IOException {
    Map<String, ObjectNode> lines = new TreeMap<>();
    for (String text : Files.readAllLines(run.metrics())) {
      ObjectNode line = Json.read(text, ObjectNode.class, "metrics");
      line.remove(MEASURED_ANEW);
      lines.put(line.path("kind").asText() + " " + line.path("step").asLong(), line);
    }
    return lines;
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("stages")
  void killedRunGoesOnToTheBitsOfAnUninterruptedOne(String stage, int batch, String precision)
      throws Exception {
    int stepsPerEpoch = IMAGES / batch;
    RunFolder whole = create(stage, batch, precision);
    RunFolder killed = create(stage, batch, precision);
    assertThat(work(whole)).isEqualTo(Status.DONE);
    workAndKill(killed, 2 * stepsPerEpoch + stepsPerEpoch / 4);

    assertThat(work(killed)).isEqualTo(Status.DONE);

    assertThat(killed.log()).anyMatch(line -> line.contains("goes on after epoch 2, step"));
    String last = "step-%09d.safetensors".formatted(4 * stepsPerEpoch);
    assertThat(
            Files.mismatch(killed.checkpoints().resolve(last), whole.checkpoints().resolve(last)))
        .as("first byte that differs")
        .isEqualTo(-1);
    assertThat(metrics(killed)).isEqualTo(metrics(whole));
  }
}
