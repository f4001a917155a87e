package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.array.Safetensors;
import kindred.array.Vectors;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.neighbors.NeighborGraph;
import kindred.train.SavedEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real, tiny runs leave for a window and for other programs. */
class ModelExportTest {
  @TempDir Path folder;
  private Workspace workspace;
  private RunFolder space;

  @BeforeEach
  void learn() {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    space = done(TinyWorkspace.autoEncoder(1));
  }

  private RunFolder done(Stage stage) {
    return TinyWorkspace.done(workspace, stage);
  }

  private Stage stage(String json) {
    return Json.read(json.replace("SPACE", space.id()), Stage.class, "test");
  }

  private ModelExport.Written export(ExportFormat format, Part part, String name) {
    return ModelExport.write(
        workspace,
        space.id(),
        new ExportOrder(format, part, folder.resolve(name)),
        (done, total) -> {});
  }

  @Test
  void weightsAndVectorsAreReadBackAsTheRunHasThem() {
    export(ExportFormat.SAFETENSORS, Part.ENCODER, "encoder.safetensors");
    Safetensors.Content copy = Safetensors.read(folder.resolve("encoder.safetensors"));
    SavedEncoder own = SavedEncoder.read(Artifacts.of(space, Artifacts.ENCODER));
    assertThat(copy.arrays().keySet()).isEqualTo(own.weights().keySet()).contains("convs.0.weight");
    copy.arrays()
        .forEach(
            (name, array) -> {
              assertThat(array.shape()).isEqualTo(own.weights().get(name).shape());
              assertThat(array.toFloats()).isEqualTo(own.weights().get(name).toFloats());
            });
    assertThat(copy.metadata()).containsEntry("run", space.id()).containsEntry("format", "pt");
    assertThat(SavedEncoder.read(folder.resolve("encoder.safetensors")).spec())
        .isEqualTo(own.spec());

    assertThat(ModelExport.needsEngine(workspace, space.id(), ExportFormat.EMBEDDINGS)).isFalse();
    export(ExportFormat.EMBEDDINGS, Part.ENCODER, "vectors.npz");
    assertThat(Vectors.read(folder.resolve("vectors.npz")).values())
        .isEqualTo(Embeddings.read(workspace, space).vectors());
  }

  @Test
  void whatARunDoesNotHaveIsSaidAndNothingIsWritten() {
    RunFolder byol =
        done(
            stage(
                """
                {"stage": "byol", "data": "tiny",
                 "training": {"epochs": 1, "batch": 8, "latent": 4, "threads": 1}}
                """));
    Path out = folder.resolve("decoder.pt");
    assertThatThrownBy(
            () ->
                ModelExport.write(
                    workspace,
                    byol.id(),
                    new ExportOrder(ExportFormat.TORCHSCRIPT, Part.DECODER, out),
                    (done, total) -> {}))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("has no decoder");
    assertThat(out).doesNotExist();
  }

  @Test
  void predictionsAddUpToTheConfusionMatrix() throws IOException {
    RunFolder run =
        done(stage("{\"stage\": \"evaluate\", \"source\": \"SPACE\", \"probeEpochs\": 2}"));
    Map<String, NamedArray> kept = Npz.read(Artifacts.of(run, Artifacts.PREDICTIONS));
    int[] tested = kept.get("images").toInts();
    ImageSet images = workspace.images("tiny");
    JsonNode measured =
        Json.read(
            Files.readString(Artifacts.of(run, Artifacts.EVALUATION)), ObjectNode.class, "test");
    assertThat(tested).hasSize(8);
    for (String classifier : List.of("probe", "knn")) {
      int[] predicted = kept.get(classifier).toInts();
      int[][] confusion = new int[2][2];
      for (int i = 0; i < tested.length; i++) {
        confusion[images.label(tested[i])][predicted[i]]++;
      }
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++) {
          assertThat(measured.path(classifier).path("confusion").path(row).path(column).asInt())
              .isEqualTo(confusion[row][column]);
        }
      }
    }
  }

  @Test
  void everyEpochLeavesPairsThatItIsTrainedWith() throws IOException {
    RunFolder near = done(stage("{\"stage\": \"neighbors\", \"source\": \"SPACE\", \"k\": 2}"));
    String byol =
        """
        {"stage": "byol", "way": "WAY", "data": "tiny", "neighbors": "%s",
         "training": {"epochs": 2, "batch": 8, "latent": 4, "holdout": 0.2, "threads": 1}}
        """
            .formatted(near.id());
    NeighborGraph graph = NeighborGraph.read(Artifacts.of(near, Artifacts.NEIGHBORS));
    List<String> always = positives(byol.replace("WAY", "weighted"));
    List<String> sometimes = positives(byol.replace("WAY", "probabilistic"));
    for (List<String> lines : List.of(always, sometimes)) {
      assertThat(lines).hasSize(2);
      for (String line : lines) {
        JsonNode epoch = Json.read(line, ObjectNode.class, "test");
        assertThat(epoch.path("coverage").asDouble()).isEqualTo(1);
        assertThat(epoch.path("pairs")).isNotEmpty();
        epoch
            .path("pairs")
            .forEach(
                pair ->
                    assertThat(pair.path(1).asInt())
                        .isEqualTo(graph.neighbor(pair.path(0).asInt(), 0)));
      }
    }
    JsonNode first = Json.read(always.get(0), ObjectNode.class, "test");
    assertThat(first.path("pairs")).as("every one of 32 images has one").hasSize(32);
    assertThat(Json.read(sometimes.get(0), ObjectNode.class, "test").path("pairs").size())
        .as("with probability 1/2")
        .isBetween(6, 26);
  }

  private List<String> positives(String byol) throws IOException {
    RunFolder run = done(stage(byol));
    return Files.readAllLines(Artifacts.of(run, Artifacts.POSITIVES));
  }
}
