package kindred.cli;

import java.util.stream.Stream;
import kindred.experiment.CodePlan;
import picocli.CommandLine.Option;

/** The options of an auto-decoder's codes. */
final class CodeOptions {
  @Option(names = "--code-rate", description = "ad: learning rate of the codes. Default: 1e-3")
  Double rate;

  @Option(
      names = "--lambda",
      description = "ad: weight of a code's squared length in the loss. Default: 1e-4")
  Double lambda;

  @Option(
      names = "--code-deviation",
      description = "ad: standard deviation of the first codes. Default: 0.01")
  Double deviation;

  @Option(
      names = "--search-steps",
      description =
          "ad: steps that find the code of an image that was not trained on. Default: 100")
  Integer searchSteps;

  @Option(names = "--search-rate", description = "ad: learning rate of those steps. Default: 0.01")
  Double searchRate;

  /** Null if none was given. */
  CodePlan plan() {
    boolean given =
        Stream.of(rate, lambda, deviation, searchSteps, searchRate)
            .anyMatch(value -> value != null);
    return given ? new CodePlan(rate, lambda, deviation, searchSteps, searchRate) : null;
  }
}
