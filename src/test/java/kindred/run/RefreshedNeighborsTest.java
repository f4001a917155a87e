package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.experiment.Stage;
import kindred.neighbors.NeighborGraph;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two batches an epoch, four epochs, neighbors searched before the third. The worker asks whether
 * to stop after each batch and each epoch, after embedding, and after the one tile of the search.
 */
class RefreshedNeighborsTest {
  private static final int WHILE_SEARCHING = 8;
  private static final int IN_THIRD_EPOCH = 9;
  private static final int IN_FOURTH_EPOCH = 12;

  @TempDir static Path folder;
  private static Workspace workspace;
  private static RunFolder uninterrupted;

  @BeforeAll
  static void trainWithoutInterruption() throws IOException {
    Files.createDirectories(folder.resolve("workspace/datasets"));
    workspace = Workspace.open(folder.resolve("workspace"));
    PackedImages.varied(workspace.datasets().resolve("varied"), 20, 1, 8, 8);
    uninterrupted = create();
    assertThat(work(uninterrupted, () -> false)).isEqualTo(Status.DONE);
  }

  private static RunFolder create() {
    return workspace.create(
        Json.read(
            "{\"stage\":\"byol\",\"way\":\"probabilistic\",\"data\":\"varied\",\"prob\":1,"
                + "\"positives\":{\"k\":2,\"refresh\":2,\"metric\":\"cosine\",\"prepare\":\"center\"},"
                + "\"training\":{\"epochs\":4,\"batch\":8,\"threads\":2,\"precision\":\"fp32\","
                + "\"holdout\":0.2}}",
            Stage.class,
            "test"));
  }

  private static Status work(RunFolder run, BooleanSupplier interrupted) {
    return Worker.work(workspace, run, event -> {}, interrupted).status();
  }

  /** True, or an exception, at one of the questions. */
  private static BooleanSupplier at(int question, boolean crash) {
    int[] asked = {0};
    return () -> {
      boolean now = ++asked[0] == question;
      if (now && crash) {
        throw new IllegalStateException("the worker crashed");
      }
      return now;
    };
  }

  /** Ends with the positives in use, the networks and the optimizer of the uninterrupted run. */
  private static void requireSameEnd(RunFolder run) throws IOException {
    assertThat(work(run, () -> false)).isEqualTo(Status.DONE);
    String last = "step-000000008.safetensors";
    assertThat(
            Files.mismatch(
                run.checkpoints().resolve(last), uninterrupted.checkpoints().resolve(last)))
        .isEqualTo(-1);
  }

  @Test
  void neighborsAreThoseOfTheEncoderAndNeverHeldOutImages() throws IOException {
    List<Double> coverage =
        Files.readAllLines(uninterrupted.metrics()).stream()
            .map(line -> Json.read(line, ObjectNode.class, "metrics"))
            .filter(line -> line.path("kind").asText().equals("epoch"))
            .map(line -> line.path("coverage").asDouble())
            .toList();
    assertThat(coverage).containsExactly(0.0, 0.0, 1.0, 1.0);
    NeighborGraph graph = NeighborGraph.read(uninterrupted.artifact("neighbors.npz"));
    assertThat(graph.k()).isEqualTo(2);
    assertThat(graph.meta().metric()).isEqualTo(Metric.COSINE);
    assertThat(graph.meta().prepare()).isEqualTo(Prepare.CENTER);
    Embeddings embeddings = Embeddings.read(workspace, uninterrupted);
    assertThat(embeddings.heldOutOnly().numbers()).hasSize(4);
    for (int image : embeddings.heldOutOnly().numbers()) {
      assertThat(graph.neighbor(image, 0)).isEqualTo(NeighborGraph.NONE);
      for (int other = 0; other < graph.count(); other++) {
        assertThat(graph.neighbor(other, 0)).isNotEqualTo(image);
      }
    }
  }

  @Test
  void stoppedRunGoesOnAsIfItHadNotBeenStopped() throws IOException {
    for (int question : new int[] {WHILE_SEARCHING, IN_THIRD_EPOCH}) {
      RunFolder run = create();
      assertThat(work(run, at(question, false))).isEqualTo(Status.STOPPED);
      requireSameEnd(run);
    }
  }

  @Test
  void crashedRunGoesOnFromItsLastCheckpointToTheSameBits() throws IOException {
    RunFolder run = create();
    assertThat(work(run, at(IN_FOURTH_EPOCH, true))).isEqualTo(Status.FAILED);
    requireSameEnd(run);
  }
}
