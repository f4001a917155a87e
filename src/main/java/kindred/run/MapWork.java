package kindred.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.MapPlan;
import kindred.neighbors.NeighborSearch;
import kindred.projection.ImageMap;
import kindred.projection.Projection;

/** Computes one map of a run's vectors. */
final class MapWork {
  private final Workspace workspace;
  private final RunFolder run;
  private final MapSource source;
  private final MapPlan plan;
  private final StepEvents events;
  private final VectorLayout layout;

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
    this.layout = new VectorLayout(plan, this.events, stop);
  }

  /** Whether a map is what this work would come to. */
  boolean wouldRepeat(ImageMap map) {
    return map.origin().plan().equals(plan) && source.checksum().equals(map.origin().checksum());
  }

  /** Computes it; null after a stop. */
  ImageMap compute() {
    long began = System.nanoTime();
    Projection.Result found =
        layout.of(
            source.vectors(),
            source.dimension(),
            null,
            this::nearest,
            (done, total) -> events.progress("laying out the map", done, total));
    double seconds = Math.round((System.nanoTime() - began) * 1e-6) / 1e3;
    if (found == null) {
      return null;
    }
    Double trust =
        plan.method() == MapPlan.Method.PCA
            ? null
            : layout.trust(source.vectors(), source.dimension(), found.coordinates());
    return new ImageMap(
        source.embeddings().numbers(),
        found.coordinates(),
        source.origin(plan, source.checksum(), found, trust, seconds));
  }

  private NeighborSearch.Result nearest() {
    int k = Projection.neighbors(plan, source.count());
    return new KeptNeighbors(workspace, run, plan)
        .find(source.embeddings().numbers(), k)
        .orElseGet(() -> layout.search(source.vectors(), source.dimension()));
  }
}
