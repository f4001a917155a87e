package kindred.gui.neighbors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kindred.experiment.ByolWay;
import kindred.experiment.Json;
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
    ObjectNode byol = Json.object();
    byol.put("stage", "byol").put("way", ByolWay.PROBABILISTIC.toString());
    byol.put("data", browsed.images().name()).put("neighbors", browsed.run());
    byol.putObject("positives")
        .put("k", Math.min(filter.k(), browsed.k()))
        .put("mutual", filter.mutual())
        .put("closest", filter.closest())
        .put("maxDistance", filter.maxDistance())
        .put("verdicts", query.verdicts() && judged);
    source.ifPresent(
        plan ->
            byol.putObject("training")
                .put("holdout", plan.holdout())
                .put("splitSeed", plan.splitSeed()));
    return Json.convert(byol, Stage.class, "training");
  }
}
