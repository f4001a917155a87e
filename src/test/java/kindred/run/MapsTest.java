package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.MapPlan;
import kindred.experiment.MapPlan.Method;
import kindred.experiment.Metric;
import kindred.experiment.Stage;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of what a real, tiny run learned. */
class MapsTest {
  private static final MapPlan UMAP = MapPlan.of(Method.UMAP);

  @TempDir Path folder;
  private Workspace workspace;
  private RunFolder space;

  @BeforeEach
  void learn() {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    String stage = Json.line(TinyWorkspace.autoEncoder(3));
    space = done(stage.replace("\"keepEvery\":0", "\"keepEvery\":2"));
  }

  private RunFolder done(String stage) {
    return TinyWorkspace.done(workspace, Json.read(stage, Stage.class, "test"));
  }

  private ImageMap compute(RunFolder run, MapPlan plan, List<Event> events) {
    return Maps.compute(workspace, run.id(), plan, events::add, () -> false);
  }

  private static void assertSame(ImageMap map, ImageMap other) {
    assertThat(map.images()).isEqualTo(other.images());
    assertThat(map.coordinates()).isEqualTo(other.coordinates());
    assertThat(map.origin()).isEqualTo(other.origin());
  }

  @Test
  void aMapIsKeptBesideTheRunAndNotComputedAgainForTheSame() {
    for (Method method : Method.values()) {
      assertThat(Maps.read(space, method)).isEmpty();
      List<Event> events = new ArrayList<>();
      ImageMap map = compute(space, MapPlan.of(method), events);
      assertThat(map.count()).isEqualTo(40);
      assertThat(map.images()).isSorted();
      assertThat(map.origin().data()).isEqualTo("tiny");
      assertThat(map.origin().source()).isEqualTo(space.id());
      assertThat(map.origin().plan().metric()).isEqualTo(Metric.EUCLIDEAN);
      assertThat(map.origin().explained() == null).isEqualTo(method != Method.PCA);
      assertThat(map.origin().divergence() == null).isEqualTo(method != Method.TSNE);
      assertThat(events.isEmpty()).isEqualTo(method == Method.PCA);
      assertSame(Maps.read(space, method).orElseThrow(), map);
      events.clear();
      assertSame(compute(space, MapPlan.of(method), events), map);
      assertThat(events).isEmpty();
    }
    MapPlan closer = new MapPlan(Method.UMAP, null, null, null, null, 0.01, null);
    ImageMap other = compute(space, closer, new ArrayList<>());
    assertThat(Maps.read(space, Method.UMAP).orElseThrow().origin().plan().minDist())
        .isEqualTo(0.01);
    assertThat(other.coordinates())
        .isNotEqualTo(compute(space, UMAP, new ArrayList<>()).coordinates());
  }

  @Test
  void aNeighborsRunIsMappedAsItWasSearchedAndWithWhatItFound() {
    RunFolder near =
        done(
            """
            {"stage": "neighbors", "source": "%s", "metric": "cosine", "prepare": "center",
             "k": 20}
            """
                .formatted(space.id()));
    List<Event> events = new ArrayList<>();
    ImageMap map = compute(near, UMAP, events);
    assertThat(map.count()).as("without the held-out images").isEqualTo(32);
    assertThat(map.origin().plan().metric()).isEqualTo(Metric.COSINE);
    assertThat(map.origin().source()).isEqualTo(space.id());
    assertThat(events).isNotEmpty().noneMatch(event -> event.doing().contains("comparing"));
    MapPlan wide = new MapPlan(Method.UMAP, null, null, null, 21, null, null);
    compute(near, wide, events);
    assertThat(events).as("more than it has").anyMatch(e -> e.doing().contains("comparing"));
  }

  @Test
  void aStopLeavesWhatWasThere() throws IOException {
    compute(space, UMAP, new ArrayList<>());
    byte[] before = Files.readAllBytes(Maps.file(space, Method.UMAP));
    MapPlan other = new MapPlan(Method.UMAP, null, null, 5L, null, null, null);
    List<Event> events = new ArrayList<>();
    ImageMap stopped =
        Maps.compute(
            workspace,
            space.id(),
            other,
            events::add,
            () -> events.stream().anyMatch(event -> event.doing().contains("laying")));
    assertThat(stopped).isNull();
    assertThat(Files.readAllBytes(Maps.file(space, Method.UMAP))).isEqualTo(before);
    assertThat(Maps.compute(workspace, space.id(), MapPlan.of(Method.TSNE), e -> {}, () -> true))
        .isNull();
    assertThat(Maps.read(space, Method.TSNE)).isEmpty();
    try (Stream<Path> files = Files.list(space.path().resolve("artifacts"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  @Test
  void aDamagedMapIsSaidToBe() throws IOException {
    Maps.pca(workspace, space.id());
    Files.writeString(Maps.file(space, Method.PCA), "no map");
    assertThatThrownBy(() -> Maps.read(space, Method.PCA))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("map-pca.npz");
    Files.copy(Artifacts.of(space, Artifacts.EMBEDDINGS), Maps.file(space, Method.TSNE));
    assertThatThrownBy(() -> Maps.read(space, Method.TSNE))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("is no map of images");
  }

  @Test
  void epochsAreMappedWhereOneTrainedToKeepThem() {
    assertThat(Maps.epochs(space)).containsExactly(2, 3);
    for (Method method : Method.values()) {
      EpochMaps maps =
          Maps.computeEpochs(workspace, space.id(), MapPlan.of(method), e -> {}, () -> false);
      assertThat(maps.epochs()).containsExactly(2, 3);
      assertThat(maps.images()).hasSize(32).isSorted();
      assertThat(maps.coordinates()).hasDimensions(2, 64);
      EpochMaps read = Maps.readEpochs(space, method).orElseThrow();
      assertThat(read.coordinates()).isDeepEqualTo(maps.coordinates());
      assertThat(read.origin()).isEqualTo(maps.origin());
      float[] moved =
          kindred.projection.Projection.onto(maps.coordinates()[1], maps.coordinates()[0]);
      for (int i = 0; i < moved.length; i++) {
        assertThat(moved[i])
            .as("no turn brings it closer")
            .isCloseTo(maps.coordinates()[0][i], org.assertj.core.api.Assertions.within(1e-3f));
      }
    }
    RunFolder plain = done(Json.line(TinyWorkspace.autoEncoder(1)));
    assertThat(Maps.epochs(plain)).isEmpty();
    assertThatThrownBy(() -> Maps.computeEpochs(workspace, plain.id(), UMAP, e -> {}, () -> false))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("--keep-every");
  }

  /** The last epoch's are those that the run ends with. */
  @Test
  void keptVectorsAreThoseOfTheirEpoch() {
    EpochVectors last = EpochVectors.read(space, 3);
    Embeddings all = Embeddings.read(workspace, space);
    for (int i = 0; i < last.images().length; i++) {
      int row = Arrays.binarySearch(all.numbers(), last.images()[i]);
      assertThat(Arrays.copyOfRange(last.vectors(), 4 * i, 4 * i + 4))
          .containsExactly(
              Arrays.copyOfRange(all.vectors(), 4 * row, 4 * row + 4),
              org.assertj.core.api.Assertions.within(1e-5f));
    }
    assertThat(EpochVectors.read(space, 2).vectors()).isNotEqualTo(last.vectors());
  }

  @Test
  void coordinatesAreReadByOtherPrograms() throws IOException {
    ImageMap map = Maps.pca(workspace, space.id());
    int[] clusters = Maps.clusters(workspace, space.id(), map.origin().plan(), 2, 1, () -> false);
    Path csv = folder.resolve("map.csv");
    MapExport.write(workspace, map, clusters, csv);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(41).startsWith("image,x,y,class,cluster");
    String[] third = lines.get(3).split(",", -1);
    assertThat(third[0]).isEqualTo("2");
    assertThat(Float.parseFloat(third[1])).isEqualTo(map.x(2));
    assertThat(Float.parseFloat(third[2])).isEqualTo(map.y(2));
    assertThat(third[3])
        .isEqualTo(
            workspace.images("tiny").info().classes().get(workspace.images("tiny").label(2)));
    assertThat(third[4]).isEqualTo(Integer.toString(clusters[2]));
    Path npz = folder.resolve("map.npz");
    MapExport.write(workspace, map, clusters, npz);
    assertSame(ImageMap.read(npz), map);
    assertThat(kindred.array.Npz.read(npz).get("clusters").toInts()).isEqualTo(clusters);
    assertThatThrownBy(() -> MapExport.requireWritable(folder.resolve("map.txt")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(".csv or .npz");
  }

  @Test
  void aProcessOfItsOwnComputesItAndEndsWhenItIsCancelled() {
    List<Event> events = new ArrayList<>();
    ImageMap map = MapProcess.compute(workspace, space.id(), UMAP, events::add, () -> false);
    assertThat(events).anyMatch(event -> event.total() > 0 && event.done() == event.total());
    assertSame(Maps.read(space, Method.UMAP).orElseThrow(), map);

    RunFolder evaluation =
        done(
            "{\"stage\": \"evaluate\", \"source\": \"%s\", \"probeEpochs\": 1}"
                .formatted(space.id()));
    assertThatThrownBy(
            () -> MapProcess.compute(workspace, evaluation.id(), UMAP, e -> {}, () -> false))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("has no embeddings");

    assertThatThrownBy(
            () ->
                MapProcess.compute(
                    workspace, space.id(), MapPlan.of(Method.TSNE), e -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(Maps.read(space, Method.TSNE)).isEqualTo(Optional.empty());
  }
}
