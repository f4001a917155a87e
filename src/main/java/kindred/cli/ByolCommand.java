package kindred.cli;

import java.util.concurrent.Callable;
import kindred.experiment.ByolStage;
import kindred.experiment.ByolWay;
import kindred.experiment.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Trains BYOL. */
@Command(name = "byol", description = "Train an encoder with BYOL, with or without neighbors.")
final class ByolCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(
      paramLabel = "WAY",
      description =
          "baseline: two views of the image; probabilistic: the second view is sometimes made from"
              + " the neighbor; weighted: the target is a mean of the image's and the neighbor's")
  ByolWay way;

  @Option(names = "--data", required = true, description = "A data set; see `kindred datasets`.")
  String data;

  @Option(
      names = "--neighbors",
      paramLabel = "RUN|FILE",
      description = "A run of `kindred neighbors`, or a neighbors.npz.")
  String neighbors;

  @Option(
      names = "--prob",
      paramLabel = "P",
      description = "probabilistic: how often the neighbor is used. Default: 0.5")
  Double prob;

  @Option(
      names = "--pos-weight",
      paramLabel = "W",
      description = "weighted: the share of the image itself in the target. Default: 0.5")
  Double posWeight;

  @Mixin PositivesOptions positives;

  @Mixin TrainingOptions training;

  @Override
  public Integer call() {
    return new Stages(kindred).stage(stage());
  }

  /** What the words ask for. */
  Stage stage() {
    return new ByolStage(
        way, data, neighbors, prob, posWeight, positives.positives(), training.plan());
  }
}
