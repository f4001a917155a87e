package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kindred.experiment.MapPlan;
import kindred.experiment.NeighborStage;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;

/** Neighbors that a run in the workspace has found already among the vectors of a map. */
final class KeptNeighbors {
  private final Workspace workspace;
  private final RunFolder run;
  private final MapPlan plan;

  /**
   * @param run whose map is made
   * @param plan says with which metric and preparation
   */
  KeptNeighbors(Workspace workspace, RunFolder run, MapPlan plan) {
    this.workspace = workspace;
    this.run = run;
    this.plan = plan;
  }

  /**
   * The nearest of each vector among the vectors, as rows, if some run has at least k of them all.
   *
   * @param images of the vectors
   */
  Optional<NeighborSearch.Result> find(int[] images, int k) {
    List<RunFolder> candidates =
        run.stage() instanceof NeighborStage ? List.of(run) : workspace.all();
    for (RunFolder candidate : candidates) {
      Path file = Artifacts.of(candidate, NeighborWork.NEIGHBORS);
      if (fits(candidate, k) && Files.isRegularFile(file)) {
        Optional<NeighborSearch.Result> found = rows(NeighborGraph.read(file), images, k);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(RunFolder candidate, int k) {
    return candidate.readableStage().orElse(null) instanceof NeighborStage stage
        && (candidate.id().equals(run.id()) || stage.source().equals(run.id()))
        && stage.metric() == plan.metric()
        && stage.prepare() == plan.prepare()
        && stage.k() >= k
        && candidate.state().actualStatus() == RunState.Status.DONE;
  }

  /** A graph of images as one of rows; nothing if a row lacks a neighbor. */
  private static Optional<NeighborSearch.Result> rows(NeighborGraph graph, int[] images, int k) {
    int[] rowOf = new int[graph.count()];
    Arrays.fill(rowOf, NeighborGraph.NONE);
    for (int row = 0; row < images.length; row++) {
      if (images[row] >= rowOf.length) {
        return Optional.empty();
      }
      rowOf[images[row]] = row;
    }
    int[] indices = new int[Math.multiplyExact(images.length, k)];
    float[] distances = new float[indices.length];
    for (int row = 0, at = 0; row < images.length; row++) {
      for (int rank = 0; rank < k; rank++, at++) {
        int neighbor = graph.neighbor(images[row], rank);
        if (neighbor == NeighborGraph.NONE || rowOf[neighbor] == NeighborGraph.NONE) {
          return Optional.empty();
        }
        indices[at] = rowOf[neighbor];
        distances[at] = graph.distance(images[row], rank);
      }
    }
    return Optional.of(new NeighborSearch.Result(images.length, k, indices, distances));
  }
}
