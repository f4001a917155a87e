package kindred.gui.results.neighbors;

import java.util.Arrays;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.neighbors.NeighborGraph;
import kindred.run.Artifacts;
import kindred.run.RunFolder;
import kindred.run.Workspace;

/**
 * The neighbors that a run found, and whose they are.
 *
 * @param labels a class for each image, negative if unknown
 */
record NeighborResult(NeighborGraph graph, ImageSet images, int[] labels) {
  /**
   * Reads; null if the run found none yet.
   *
   * @throws BadInput if nobody knows the images, or they are gone or others
   */
  static NeighborResult read(Workspace workspace, RunFolder run) {
    java.nio.file.Path file = Artifacts.of(run, Artifacts.NEIGHBORS);
    if (!java.nio.file.Files.exists(file)) {
      return null;
    }
    NeighborGraph graph = NeighborGraph.read(file);
    if (graph.meta().data() == null) {
      throw new BadInput(
          "These neighbors are rows of a file, and nobody said of which images. Find them again"
              + " with the data set named.");
    }
    ImageSet images = workspace.images(graph.meta().data());
    graph.requireFits(images.info().fingerprint(), images.name(), images.count());
    int[] labels = new int[images.count()];
    Arrays.setAll(labels, images::label);
    return new NeighborResult(graph, images, labels);
  }

  /** How many of an image's first neighbors are of its own class, as a share; NaN if unknown. */
  double agreement(int image) {
    int known = 0;
    int same = 0;
    for (int rank = 0; rank < graph.k(); rank++) {
      int neighbor = graph.neighbor(image, rank);
      if (neighbor != NeighborGraph.NONE && labels[neighbor] >= 0 && labels[image] >= 0) {
        known++;
        same += labels[neighbor] == labels[image] ? 1 : 0;
      }
    }
    return (double) same / known;
  }
}
