package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import kindred.array.Vectors;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.Purity;
import kindred.torch.Torch;

/** Finds every image's nearest others among the images that the source was trained on. */
record NeighborWork(Stage.Neighbors stage) implements StageWork {
  static final String NEIGHBORS = "neighbors.npz";

  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    Space space = space(workspace);
    int threads = Runtime.getRuntime().availableProcessors();
    Provenance.write(run, space.images(), TrainingPlan.defaults(), threads, null);
    NeighborGraph graph;
    try (Torch torch = Torch.open("cpu", threads)) {
      graph =
          NeighborGraph.search(
              torch,
              space.vectors(),
              space.dimension(),
              space.rows(),
              space.count(),
              stage.k(),
              meta(space),
              (done, total) -> reporter.progress("comparing images", done, total),
              reporter::stopRequested);
    }
    if (graph == null) {
      return null;
    }
    graph.write(run.artifact(NEIGHBORS));
    return result(graph, space.images());
  }

  private NeighborGraph.Meta meta(Space space) {
    ImageSet images = space.images();
    return new NeighborGraph.Meta(
        stage.metric(),
        stage.prepare(),
        images == null ? null : images.name(),
        images == null ? null : images.info().fingerprint(),
        stage.source());
  }

  private JsonNode result(NeighborGraph graph, ImageSet images) {
    ObjectNode result = Json.object();
    if (images != null && images.labeled()) {
      int[] labels = new int[images.count()];
      java.util.Arrays.setAll(labels, images::label);
      Purity purity = Purity.of(graph, labels, images.info().classes().size());
      result.setAll(Json.tree(purity));
    }
    result.put("k", graph.k());
    return result;
  }

  private Space space(Workspace workspace) {
    if (Workspace.isFileName(stage.source())) {
      Path file = Path.of(stage.source());
      Vectors vectors = Vectors.read(file);
      ImageSet images = stage.data() == null ? null : workspace.images(stage.data());
      if (images != null && images.count() != vectors.count()) {
        throw new BadInput(
            file
                + " has "
                + vectors.count()
                + " vectors, but data set "
                + images.name()
                + " has "
                + images.count()
                + " images; name the data set that the vectors were made from");
      }
      int[] rows = new int[vectors.count()];
      java.util.Arrays.setAll(rows, i -> i);
      return new Space(vectors.values(), vectors.dimension(), rows, vectors.count(), images);
    }
    RunFolder source = workspace.run(stage.source());
    Embeddings embeddings = Embeddings.read(workspace, source);
    if (stage.data() != null && !embeddings.images().name().equals(stage.data())) {
      throw new BadInput(
          "run "
              + source.id()
              + " embedded data set "
              + embeddings.images().name()
              + ", not "
              + stage.data()
              + "; leave out --data");
    }
    Embeddings trained = embeddings.trainedOn();
    return new Space(
        trained.vectors(),
        trained.dimension(),
        trained.numbers(),
        trained.images().count(),
        trained.images());
  }

  /**
   * What is searched.
   *
   * @param rows the image of each vector
   * @param count N of the data set, or of the file
   * @param images the data set, or null
   */
  private record Space(float[] vectors, int dimension, int[] rows, int count, ImageSet images) {}
}
