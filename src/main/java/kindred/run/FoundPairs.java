package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kindred.data.EqualPixels;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.pairs.PairTable;

/**
 * The pairs that a run found, and whose they are.
 *
 * @param run its id
 */
public record FoundPairs(String run, ImageSet images, PairTable table) {
  /**
   * Reads what a run found; for background threads, as every image's pixels are read. Pairs of
   * images with the same pixels are near duplicates, however far apart.
   *
   * @throws BadInput if it found no neighbors, or nobody knows of which images, or they are gone
   */
  public static FoundPairs read(Workspace workspace, RunFolder run) {
    Path file = Artifacts.of(run, Artifacts.NEIGHBORS);
    if (!Files.exists(file)) {
      throw new BadInput(
          "run %s (%s) has no neighbors; name a finished run of `kindred neighbors`"
              .formatted(run.id(), run.state().actualStatus()));
    }
    NeighborGraph graph = NeighborGraph.read(file);
    if (graph.meta().data() == null) {
      throw new BadInput(
          "the neighbors of run %s are rows of a file, and nobody said of which images; find them again with --data NAME"
              .formatted(run.id()));
    }
    ImageSet images = workspace.images(graph.meta().data());
    graph.requireFits(images.info().fingerprint(), images.name(), images.count());
    int[] labels = new int[images.count()];
    Arrays.setAll(labels, images::label);
    PairTable table = PairTable.of(graph, labels).withEqualPixels(EqualPixels.firsts(images));
    return new FoundPairs(run.id(), images, table);
  }
}
