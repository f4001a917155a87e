package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import kindred.data.ImageSet;
import kindred.experiment.Json;
import kindred.experiment.NeighborStage;
import kindred.experiment.TrainingPlan;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.Purity;
import kindred.torch.Torch;

/** Finds every image's nearest others among the images that the source was trained on. */
record NeighborWork(NeighborStage stage) implements StageWork {
  static final String NEIGHBORS = "neighbors.npz";

  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    Space space = space(workspace, reporter);
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
      Arrays.setAll(labels, images::label);
      Purity purity = Purity.of(graph, labels, images.info().classes().size());
      result.setAll(Json.tree(purity));
    }
    result.put("k", graph.k());
    return result;
  }

  private Space space(Workspace workspace, Reporter reporter) {
    Space space = space(SearchedVectors.of(workspace, stage));
    if (Workspace.isFileName(stage.source()) && space.rows().length < space.count()) {
      reporter.note(
          (space.count() - space.rows().length)
              + " of "
              + space.count()
              + " images have no vector in "
              + Path.of(stage.source()).getFileName()
              + " and get no neighbors");
    }
    return space;
  }

  private static Space space(Embeddings embeddings) {
    ImageSet images = embeddings.images();
    int[] rows = embeddings.numbers();
    return new Space(
        embeddings.vectors(),
        embeddings.dimension(),
        rows,
        images == null ? rows.length : images.count(),
        images);
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
