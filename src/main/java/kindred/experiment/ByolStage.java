package kindred.experiment;

import java.util.Objects;

/**
 * Train an encoder with BYOL.
 *
 * @param way where the positives come from
 * @param neighbors a neighbor run or a file of neighbors; the baseline takes none
 * @param prob probabilistic: how often the second view is made from the neighbor, 0.5
 * @param posWeight weighted: the share of the image's own view in the target, 0.5
 * @param positives which other images are positives; the baseline takes none
 */
public record ByolStage(
    @Setting(
            label = "Way",
            help =
                "Baseline: two views of the image. Probabilistic: the second view is sometimes made from a neighbor. Weighted: the target is a mean of the image's and the neighbor's.",
            option = "WAY")
        ByolWay way,
    @Setting(
            label = "Data set",
            help = "The images that the encoder learns from.",
            option = "--data",
            takes = Setting.Takes.DATASET)
        String data,
    @Setting(
            label = "Neighbors",
            help = "A neighbor search of the same data set, or its neighbors.npz.",
            option = "--neighbors",
            when = "way!=baseline",
            takes = Setting.Takes.NEIGHBORS)
        String neighbors,
    @Setting(
            label = "Probability",
            help = "How often the second view is made from the neighbor.",
            option = "--prob",
            when = "way=probabilistic")
        Double prob,
    @Setting(
            label = "Own share",
            help = "Share of the image itself in the target; the rest is its neighbor.",
            option = "--pos-weight",
            when = "way=weighted")
        Double posWeight,
    @Setting(label = "Positives", advanced = true, when = "way!=baseline") Positives positives,
    @Setting(label = "Training") TrainingPlan training)
    implements TrainingStage {
  public ByolStage {
    way = Objects.requireNonNullElse(way, ByolWay.BASELINE);
    data = Require.present("data", data);
    prob = Require.between("prob", Require.or(prob, 0.5), 0, 1);
    posWeight = Require.between("pos-weight", Require.or(posWeight, 0.5), 0, 1);
    positives = Require.or(positives, Positives.defaults());
    training = Require.or(training, TrainingPlan.defaults());
    if (way == ByolWay.BASELINE) {
      requireNoPositives(neighbors, positives);
    } else if (neighbors == null || neighbors.isBlank()) {
      requireOthersThanNeighbors(way, positives);
    }
    if (way != ByolWay.WEIGHTED
        && (positives.mix() != Mix.BEFORE || positives.randomWeight() != null)) {
      throw new BadInput(
          "byol " + way + " mixes nothing; choose weighted, or leave out mix and random-weight");
    }
  }

  private static void requireNoPositives(String neighbors, Positives positives) {
    if (neighbors != null || !positives.equals(Positives.defaults())) {
      throw new BadInput(
          "byol baseline takes no neighbors and no other positives; choose probabilistic or"
              + " weighted, or leave them out");
    }
  }

  private static void requireOthersThanNeighbors(ByolWay way, Positives positives) {
    if (positives.refresh() > 0) {
      return;
    }
    if (positives.from() == Positives.From.NEIGHBORS) {
      throw new BadInput(
          "byol "
              + way
              + " needs neighbors; name a neighbor run or a neighbors.npz, or let refresh find"
              + " them");
    }
    if (positives.filtered()) {
      throw new BadInput(
          positives.from()
              + " positives are filtered as neighbors are, to cover the same images; name a"
              + " neighbor run or leave out mutual, closest, max-distance, veto and"
              + " verdicts");
    }
  }

  /** The same with another choice of positives. */
  public ByolStage with(Positives positives) {
    return new ByolStage(way, data, neighbors, prob, posWeight, positives, training);
  }

  @Override
  public String title() {
    return "byol-" + way;
  }

  @Override
  public String device() {
    return training.device();
  }

  @Override
  public String input() {
    return neighbors;
  }

  @Override
  public Stage withInput(String input) {
    return new ByolStage(way, data, input, prob, posWeight, positives, training);
  }

  @Override
  public String weights() {
    return training.weights();
  }

  @Override
  public Stage withWeights(String weights) {
    TrainingPlan started = training.withWeights(weights);
    return new ByolStage(way, data, neighbors, prob, posWeight, positives, started);
  }
}
