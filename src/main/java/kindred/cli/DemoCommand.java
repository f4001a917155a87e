package kindred.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The sample experiment: auto-encoder, neighbors, BYOL three ways, evaluation. */
@Command(
    name = "demo",
    description = "The sample experiment: auto-encoder, neighbors, BYOL three ways, evaluation.")
final class DemoCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  private static final String RESOURCE = "/assets/demo.json";

  @Override
  public Integer call() {
    return new Stages(kindred).experiment(experiment());
  }

  /** The experiment that the program carries with it. */
  static Experiment experiment() {
    try (InputStream in = DemoCommand.class.getResourceAsStream(RESOURCE)) {
      return Json.read(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), Experiment.class, RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
