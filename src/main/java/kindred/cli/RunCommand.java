package kindred.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kindred.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Carry out all stages of an experiment file. */
@Command(name = "run", description = "Carry out all stages of an experiment file.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "EXPERIMENT.json", description = "See formats.md.")
  Path file;

  @Mixin ExperimentOptions options;

  @Override
  public Integer call() {
    return new Stages(kindred)
        .experiment(
            Experiment.read(file), options.goOn, "run", file.toString(), ExperimentOptions.GO_ON);
  }
}
