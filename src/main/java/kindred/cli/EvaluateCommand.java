package kindred.cli;

import java.util.concurrent.Callable;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures an encoder. */
@Command(
    name = "evaluate",
    description = "Measure a frozen encoder with a linear probe and a k-NN classifier.")
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "A latent or byol run.")
  String source;

  @Option(names = "--test", paramLabel = "N", description = "A labeled data set to test on.")
  String test;

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      description =
          "Without --test: the share of images to test on. Default: what the run held out, or 0.1")
  Double holdout;

  @Option(names = "--k", description = "Neighbors that vote. Default: 20")
  Integer k;

  @Option(names = "--temperature", description = "A neighbor's vote is exp(cos/T). Default: 0.1")
  Double temperature;

  @Option(names = "--probe-epochs", description = "Passes of the linear probe. Default: 100")
  Integer probeEpochs;

  @Option(names = "--seed", description = "Of the probe's draws. Default: 1")
  Long seed;

  @Override
  public Integer call() {
    return new Stages(kindred).stage(stage());
  }

  /** What the words ask for. */
  Stage stage() {
    return new EvaluateStage(source, test, holdout, k, temperature, probeEpochs, seed);
  }
}
