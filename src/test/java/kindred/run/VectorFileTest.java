package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.array.Vectors;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.TrainingPlan;
import kindred.neighbors.NeighborGraph;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of vectors in place of a run, and runs that become files of vectors. */
class VectorFileTest {
  @TempDir Path folder;
  private Workspace workspace;
  private ImageSet images;

  @BeforeEach
  void pack() throws IOException {
    Files.createDirectories(folder.resolve("workspace/datasets"));
    workspace = Workspace.open(folder.resolve("workspace"));
    Path set = workspace.datasets().resolve("four");
    images = PackedImages.varied(set, 4, 1, 8, 8);
    StringBuilder sources = new StringBuilder("{\"source\":\"bad.jpg\",\"skipped\":\"empty\"}\n");
    for (int i = 0; i < 4; i++) {
      sources.append("{\"image\":" + i + ",\"source\":\"cat/" + i + ".jpg\"}\n");
    }
    Files.writeString(set.resolve(ImageSet.SOURCES), sources);
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("v.csv"), text);
  }

  private void refused(Path file, String... words) {
    assertThatThrownBy(() -> VectorFile.read(file, images))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void keysFindTheirImagesByNumberAndBySource() throws IOException {
    assertThat(VectorFile.read(csv("image,x\n3,1\n0,2\n"), images).numbers()).containsExactly(3, 0);
    assertThat(VectorFile.read(csv("file,x\ncat/2.jpg,1\ncat/1.jpg,2\n"), images).numbers())
        .containsExactly(2, 1);
    assertThat(VectorFile.read(csv("1\n2\n3\n4\n"), images).numbers()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void rowsThatDoNotFitTheDataSetAreRefused() throws IOException {
    refused(csv("1\n2\n3\n"), "3 vectors", "four has 4 images");
    refused(csv("image,x\n0,1\n4,1\n"), "image 4", "0 to 3");
    refused(csv("image,x\n0,1\n0,1\n"), "two vectors of image 0");
    refused(csv("file,x\ncat/9.jpg,1\n"), "'cat/9.jpg'", "no source of data set four");
    refused(csv("file,x\nbad.jpg,1\n"), "'bad.jpg'", "no source");
  }

  @Test
  void sourcesMeanNothingWithoutADataSet() throws IOException {
    Path file = csv("file,x\ncat/2.jpg,1\n");
    assertThatThrownBy(() -> VectorFile.read(file, null)).hasMessageContaining("--data");
  }

  @Test
  void neighborsOfADictAreThoseOfItsImages() throws IOException {
    Path file = csv("file,x\ncat/3.jpg,0\ncat/1.jpg,1\ncat/0.jpg,5\n");
    RunFolder run = workspace.create(new NeighborStage(file.toString(), "four", null, null, 1));

    RunState end = Worker.work(workspace, run, event -> {}, () -> false);

    assertThat(end.status()).as(end.message()).isEqualTo(Status.DONE);
    NeighborGraph graph = NeighborGraph.read(run.artifact(NeighborWork.NEIGHBORS));
    assertThat(IntStream.range(0, 4).map(i -> graph.neighbor(i, 0)).toArray())
        .containsExactly(1, 3, NeighborGraph.NONE, 1);
    assertThat(run.log()).anyMatch(line -> line.contains("1 of 4 images have no vector"));
  }

  private RunFolder trained(int limit) {
    String plan = "{\"epochs\":1,\"batch\":2,\"latent\":3,\"limit\":" + limit + "}";
    RunFolder run =
        workspace.create(
            new LatentStage(null, "four", Json.read(plan, TrainingPlan.class, "test")));
    RunState end = Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(end.status()).as(end.message()).isEqualTo(Status.DONE);
    return run;
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.npz", "e.npy", "e.csv", "e.pkl"})
  void aRunsOwnVectorsAreCopiedIntoEveryFormat(String name) {
    RunFolder run = trained(0);
    Path out = folder.resolve(name);

    VectorExport.Written written =
        VectorExport.write(workspace, run.id(), null, out, (done, total) -> {});

    assertThat(written).isEqualTo(new VectorExport.Written(4, 3));
    Map<String, NamedArray> own = Npz.read(run.artifact(TrainingWork.EMBEDDINGS));
    assertThat(Vectors.read(out).values()).containsExactly(own.get("vectors").toFloats());
    assertThat(VectorFile.read(out, images).numbers()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void imagesThatTheRunLeftOutAreEmbeddedAsTheOthers() {
    RunFolder run = trained(2);
    Path out = folder.resolve("e.npy");

    VectorExport.write(workspace, run.id(), "four", out, (done, total) -> {});

    float[] all = Vectors.read(out).values();
    assertThat(all).hasSize(4 * 3);
    Embeddings own = Embeddings.read(workspace, run);
    for (int row = 0; row < 2; row++) {
      int image = own.numbers()[row];
      float[] copy = Arrays.copyOfRange(all, image * 3, image * 3 + 3);
      for (int j = 0; j < 3; j++) {
        assertThat(copy[j]).isCloseTo(own.vectors()[row * 3 + j], within());
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.api.Assertions.within(1e-5f);
  }

  @Test
  void exportIsRefusedBeforeAnyWork() {
    RunFolder run = trained(0);
    PackedImages.varied(workspace.datasets().resolve("colored"), 4, 3, 8, 8);

    exportRefused(run.id(), null, folder.resolve("e.mat"), ".npz, .npy, .csv or .pkl");
    exportRefused(run.id(), null, folder.resolve("no/e.npy"), "no folder");
    exportRefused("ae-99", null, folder.resolve("e.npy"), "ae-99");
    exportRefused(run.id(), "colored", folder.resolve("e.npy"), "colored is 3×8×8", "takes 1×8×8");
    assertThat(folder.resolve("e.npy")).doesNotExist();
  }

  private void exportRefused(String run, String data, Path out, String... words) {
    assertThatThrownBy(() -> VectorExport.write(workspace, run, data, out, (done, total) -> {}))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(words);
  }
}
