package kindred.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kindred.data.ImageSet;
import kindred.experiment.MapPlan;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.projection.ImageMap;
import kindred.projection.Projection;
import kindred.projection.Trustworthiness;
import kindred.torch.Torch;

/** Computes one map of a run's vectors. */
final class MapWork {
  private final Workspace workspace;
  private final RunFolder run;
  private final MapSource source;
  private final MapPlan plan;
  private final StepEvents events;
  private final BooleanSupplier stop;
  private final int threads = Runtime.getRuntime().availableProcessors();

  /**
   * Prepares the work.
   *
   * @param asked what it leaves open is taken from the source
   */
  MapWork(
      Workspace workspace,
      RunFolder run,
      MapSource source,
      MapPlan asked,
      Consumer<Event> events,
      BooleanSupplier stop) {
    this.workspace = workspace;
    this.run = run;
    this.source = source;
    this.plan = asked.orElse(source.metric(), source.prepare());
    this.events = new StepEvents(events);
    this.stop = stop;
  }

  /** Whether a map is what this work would come to. */
  boolean wouldRepeat(ImageMap map) {
    return map.origin().plan().equals(plan) && source.checksum().equals(map.origin().checksum());
  }

  /** Computes it; null after a stop. */
  ImageMap compute() {
    long began = System.nanoTime();
    Projection.Result start = Projection.pca(source.vectors(), source.dimension(), plan, threads);
    int k = Projection.neighbors(plan, source.count());
    if (k == 0) {
      return map(start, null, began);
    }
    NeighborSearch.Result nearest = nearest(k);
    if (nearest == null) {
      return null;
    }
    began = System.nanoTime();
    Projection.Result found =
        Projection.layout(
            plan,
            start.coordinates(),
            nearest,
            threads,
            (done, total) -> events.progress("laying out the map", done, total),
            stop);
    return found == null ? null : map(found, trust(found), began);
  }

  private NeighborSearch.Result nearest(int k) {
    return new KeptNeighbors(workspace, run, plan)
        .find(source.embeddings().numbers(), k)
        .orElseGet(() -> search(k));
  }

  private NeighborSearch.Result search(int k) {
    int n = source.count();
    int[] rows = IntStream.range(0, n).toArray();
    NeighborGraph.Meta meta =
        new NeighborGraph.Meta(plan.metric(), plan.prepare(), null, null, source.source());
    try (Torch torch = Torch.open("cpu", threads)) {
      NeighborGraph graph =
          NeighborGraph.search(
              torch,
              source.vectors(),
              source.dimension(),
              rows,
              n,
              k,
              meta,
              (done, total) -> events.progress("comparing images", done, total),
              stop);
      return graph == null ? null : graph.result();
    }
  }

  /** How faithful a map is; null if that cannot be said. */
  private Double trust(Projection.Result found) {
    events.progress("measuring how faithful it is", 0, 0);
    double trust =
        Trustworthiness.of(
            source.vectors(), source.dimension(), plan, found.coordinates(), threads);
    return Double.isNaN(trust) ? null : trust;
  }

  private ImageMap map(Projection.Result found, Double trust, long began) {
    ImageSet images = source.embeddings().images();
    return new ImageMap(
        source.embeddings().numbers(),
        found.coordinates(),
        new ImageMap.Origin(
            plan,
            source.source(),
            images == null ? null : images.name(),
            images == null ? null : images.info().fingerprint(),
            source.checksum(),
            Version.TEXT,
            found.explained(),
            trust,
            found.divergence(),
            Math.round((System.nanoTime() - began) * 1e-6) / 1e3));
  }
}
