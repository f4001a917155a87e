package kindred.gui.neighbors;

import java.util.Optional;
import kindred.experiment.ByolStage;
import kindred.experiment.ByolWay;
import kindred.experiment.Positives;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.neighbors.pairs.PairFilter;

/** From pairs that were looked at to a training with them. */
final class Training {
  private Training() {}

  /**
   * A training with exactly the pairs that a query's filter takes, and all else as usual.
   *
   * @param source how the latent space was learned, so that the same images are held out; empty if
   *     nobody knows
   * @param judged whether anything was said of the data set's pairs, so that it can be heeded
   */
  static Stage of(PairQuery query, Browsed browsed, Optional<TrainingPlan> source, boolean judged) {
    PairFilter filter = query.filter();
    Positives positives =
        new Positives(
            null,
            Math.min(filter.k(), browsed.k()),
            filter.mutual(),
            filter.closest(),
            filter.maxDistance(),
            null,
            query.verdicts() && judged,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new ByolStage(
        ByolWay.PROBABILISTIC,
        browsed.images().name(),
        browsed.run(),
        null,
        null,
        positives,
        source.map(TrainingPlan::ofTheSameImages).orElse(null));
  }
}
