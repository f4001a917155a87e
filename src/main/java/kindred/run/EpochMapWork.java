package kindred.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import kindred.experiment.MapPlan;
import kindred.projection.EpochMaps;
import kindred.projection.Projection;

/**
 * Computes maps of the vectors that a run kept of several epochs, from the last to the first: each
 * begins where the one after it lies, so that images keep their places as far as their vectors let
 * them.
 */
final class EpochMapWork {
  private final RunFolder run;
  private final MapSource source;
  private final MapPlan plan;
  private final StepEvents events;
  private final VectorLayout layout;
  private final List<Integer> epochs;
  private final String checksum;

  /**
   * Prepares the work.
   *
   * @param source of the run's map after its last epoch
   * @throws BadInput if the run kept no vectors of its epochs
   */
  EpochMapWork(
      RunFolder run,
      MapSource source,
      MapPlan asked,
      Consumer<Event> events,
      BooleanSupplier stop) {
    this.run = run;
    this.source = source;
    this.plan = asked.orElse(source.metric(), source.prepare());
    this.events = new StepEvents(events);
    this.layout = new VectorLayout(plan, this.events, stop);
    this.epochs = EpochVectors.epochs(run);
    if (epochs.isEmpty()) {
      throw new BadInput(
          "run "
              + run.id()
              + " kept no vectors of its epochs; train with --keep-every EPOCHS to see how they"
              + " come about");
    }
    this.checksum = source.checksum() + "-" + epochs.hashCode();
  }

  /** Whether maps are what this work would come to. */
  boolean wouldRepeat(EpochMaps maps) {
    return maps.origin().plan().equals(plan) && checksum.equals(maps.origin().checksum());
  }

  /** Computes them; null after a stop. */
  EpochMaps compute() {
    long began = System.nanoTime();
    float[][] maps = new float[epochs.size()][];
    Projection.Result last = null;
    Double trust = null;
    int[] images = null;
    for (int i = maps.length - 1; i >= 0; i--) {
      EpochVectors vectors = EpochVectors.read(run, epochs.get(i));
      Projection.Result found = lay(vectors, i, i + 1 < maps.length ? maps[i + 1] : null);
      if (found == null) {
        return null;
      }
      if (last == null) {
        last = found;
        images = vectors.images();
        trust = layout.trust(vectors.vectors(), vectors.dimension(), found.coordinates());
        maps[i] = found.coordinates();
      } else {
        maps[i] = Projection.onto(maps[i + 1], found.coordinates());
      }
    }
    double seconds = Math.round((System.nanoTime() - began) * 1e-6) / 1e3;
    return new EpochMaps(
        epochs.stream().mapToInt(Integer::intValue).toArray(),
        images,
        maps,
        source.origin(plan, checksum, last, trust, seconds));
  }

  private Projection.Result lay(EpochVectors vectors, int i, float[] start) {
    int before = epochs.size() - 1 - i;
    return layout.of(
        vectors.vectors(),
        vectors.dimension(),
        start,
        () -> layout.search(vectors.vectors(), vectors.dimension()),
        (done, total) ->
            events.progress(
                "laying out " + epochs.size() + " epochs",
                before * total + done,
                epochs.size() * total));
  }
}
