package kindred.cli;

import java.util.concurrent.Callable;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.experiment.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Learns a latent space. */
@Command(name = "latent", description = "Learn a vector for every image of a data set.")
final class LatentCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(
      paramLabel = "METHOD",
      description = "ae: auto-encoder; vae: variational auto-encoder; ad: auto-decoder")
  LatentMethod method;

  @Option(names = "--data", required = true, description = "A data set; see `kindred datasets`.")
  String data;

  @Option(
      names = "--beta",
      description = "vae: weight of the KL divergence in the loss. Default: 2.5e-4")
  Double beta;

  @Mixin CodeOptions codes;

  @Mixin TrainingOptions training;

  @Override
  public Integer call() {
    return new Stages(kindred).stage(stage());
  }

  /** What the words ask for. */
  Stage stage() {
    return new LatentStage(method, data, beta, codes.plan(), training.plan());
  }
}
