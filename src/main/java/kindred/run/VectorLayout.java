package kindred.run;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kindred.experiment.MapPlan;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.projection.Projection;
import kindred.projection.Trustworthiness;
import kindred.torch.Torch;

/** Lays vectors out by a plan: principal axes, neighbors, layout, and how faithful it is. */
record VectorLayout(MapPlan plan, StepEvents events, BooleanSupplier stop) {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /**
   * Lays vectors out.
   *
   * @param start n×2, from which to begin; null for the principal axes
   * @param found neighbors from elsewhere; null to search them
   * @param watcher told how far it is
   * @return null after a stop
   */
  Projection.Result of(
      float[] vectors,
      int dimension,
      float[] start,
      Supplier<NeighborSearch.Result> found,
      Projection.Watcher watcher) {
    Projection.Result axes =
        start == null || plan.method() == MapPlan.Method.PCA
            ? Projection.pca(vectors, dimension, plan, THREADS)
            : null;
    int k = Projection.neighbors(plan, vectors.length / dimension);
    if (k == 0) {
      return axes == null ? Projection.pca(vectors, dimension, plan, THREADS) : axes;
    }
    NeighborSearch.Result nearest = found.get();
    return nearest == null
        ? null
        : Projection.layout(
            plan, axes == null ? start : axes.coordinates(), nearest, THREADS, watcher, stop);
  }

  /** Finds neighbors with the engine; null after a stop. */
  NeighborSearch.Result search(float[] vectors, int dimension) {
    int n = vectors.length / dimension;
    NeighborGraph.Meta meta =
        new NeighborGraph.Meta(plan.metric(), plan.prepare(), null, null, null);
    try (Torch torch = Torch.open("cpu", THREADS)) {
      NeighborGraph graph =
          NeighborGraph.search(
              torch,
              vectors,
              dimension,
              IntStream.range(0, n).toArray(),
              n,
              Projection.neighbors(plan, n),
              meta,
              (done, total) -> events.progress("comparing images", done, total),
              stop);
      return graph == null ? null : graph.result();
    }
  }

  /** How faithful a layout is; null if that cannot be said. */
  Double trust(float[] vectors, int dimension, float[] coordinates) {
    events.progress("measuring how faithful the map is", 0, 0);
    double trust = Trustworthiness.of(vectors, dimension, plan, coordinates, THREADS);
    return Double.isNaN(trust) ? null : trust;
  }
}
