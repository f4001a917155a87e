package kindred.cli;

import java.util.concurrent.Callable;
import kindred.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The sample experiment: auto-encoder, neighbors, BYOL three ways, evaluation. */
@Command(
    name = "demo",
    description = "The sample experiment: auto-encoder, neighbors, BYOL three ways, evaluation.")
final class DemoCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Mixin ExperimentOptions options;

  @Override
  public Integer call() {
    return new Stages(kindred)
        .experiment(Experiment.sample(), options.goOn, "demo", ExperimentOptions.GO_ON);
  }
}
