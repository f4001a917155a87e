package kindred.gui.map;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.NeighborStage;
import kindred.experiment.TrainingStage;
import kindred.neighbors.NeighborGraph;
import kindred.run.Artifacts;
import kindred.run.RunFolder;
import kindred.run.Workspace;

/**
 * What a map's images are, and what is known of them besides their places.
 *
 * @param graph who is whose neighbor, or null where nobody searched
 */
record MapContent(RunFolder run, ImageSet images, NeighborGraph graph) {
  /**
   * Reads; null if the run has nothing to be mapped yet. For background threads.
   *
   * @throws BadInput if nobody knows the images, or they are gone or others
   */
  static MapContent read(Workspace workspace, RunFolder run) {
    return run.stage() instanceof NeighborStage
        ? ofNeighbors(workspace, run)
        : ofVectors(workspace, run);
  }

  private static MapContent ofNeighbors(Workspace workspace, RunFolder run) {
    if (!Files.exists(Artifacts.of(run, Artifacts.NEIGHBORS))) {
      return null;
    }
    NeighborGraph graph = NeighborGraph.read(Artifacts.of(run, Artifacts.NEIGHBORS));
    if (graph.meta().data() == null) {
      throw new BadInput(
          "These neighbors are rows of a file, and nobody said of which images. Find them again"
              + " with the data set named.");
    }
    ImageSet images = workspace.images(graph.meta().data());
    graph.requireFits(images.info().fingerprint(), images.name(), images.count());
    return new MapContent(run, images, graph);
  }

  private static MapContent ofVectors(Workspace workspace, RunFolder run) {
    if (!Files.exists(Artifacts.of(run, Artifacts.EMBEDDINGS))) {
      return null;
    }
    return run.stage() instanceof TrainingStage training
        ? new MapContent(run, workspace.images(training.data()), null)
        : null;
  }

  /** An image's neighbors, nearest first; for background threads. */
  List<Near> near(int image, int most) {
    if (graph == null) {
      return VectorNeighbors.of(Artifacts.of(run, Artifacts.EMBEDDINGS), image, most);
    }
    List<Near> near = new ArrayList<>();
    for (int rank = 0; rank < Math.min(most, graph.k()); rank++) {
      if (graph.neighbor(image, rank) != NeighborGraph.NONE) {
        near.add(new Near(graph.neighbor(image, rank), graph.distance(image, rank)));
      }
    }
    return near;
  }

  /** The distance to the nearest neighbor, where it is known. */
  float distance(int image) {
    return graph == null || graph.neighbor(image, 0) == NeighborGraph.NONE
        ? Float.NaN
        : graph.distance(image, 0);
  }

  /** The class of an image in words; empty if it has none. */
  String className(int image) {
    int label = images.label(image);
    return label < 0 || label >= images.info().classes().size()
        ? ""
        : images.info().classes().get(label);
  }
}
