package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.ByolWay;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.StageDraft;

/**
 * Measures how fast a stage would train here: a worker takes two steps and two more in a workspace
 * of its own, which is gone afterwards. The images are linked, not copied.
 */
public final class SpeedTest {
  private static final int STEPS = 2;
  private static final String FOLDER = ".speed-";

  private final Workspace workspace;

  public SpeedTest(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Images a second of the second pass, which no start slows down; nothing if it was cancelled.
   * Takes seconds to minutes.
   *
   * @param stage one that trains; it need not name its neighbors
   * @param cancelled asked again and again
   * @throws BadInput if the worker refuses the stage
   */
  public OptionalDouble imagesPerSecond(Stage stage, BooleanSupplier cancelled) {
    Path folder = workspace.path().resolve(FOLDER + ProcessHandle.current().pid());
    try {
      removeAbandoned();
      remove(folder);
      link(StageDraft.at(Json.tree(stage), "data").asText(), folder);
      Files.createDirectories(folder.resolve("runs"));
      Workspace aside = Workspace.open(folder);
      RunFolder run = aside.create(shortened(stage));
      RunState end =
          WorkerProcess.start(aside, run)
              .follow(
                  event -> {
                    if (cancelled.getAsBoolean()) {
                      run.requestStop();
                    }
                  });
      return switch (end.actualStatus()) {
        case DONE -> OptionalDouble.of(lastSpeed(run));
        case STOPPED -> OptionalDouble.empty();
        default -> throw new BadInput("the speed was not measured: " + end.message());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(folder);
    }
  }

  private void link(String data, Path folder) throws IOException {
    Path from = workspace.images(data).folder();
    Path to = Files.createDirectories(folder.resolve("datasets").resolve(from.getFileName()));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.createLink(to.resolve(file.getFileName()), file);
      }
    }
  }

  /** Random positives cost what neighbors cost, and no search has to come before. */
  private static Stage shortened(Stage stage) {
    ObjectNode tree = Json.tree(stage);
    ObjectNode training = tree.withObjectProperty("training");
    training.put("epochs", 2);
    training.put("limit", STEPS * training.path("batch").asInt());
    training.remove(List.of("schedule", "weights"));
    tree.remove(List.of("neighbors", "positives"));
    if (stage instanceof ByolStage byol && byol.way() != ByolWay.BASELINE) {
      tree.withObjectProperty("positives").put("from", "random");
    }
    return Json.convert(tree, Stage.class, "stage");
  }

  private static double lastSpeed(RunFolder run) throws IOException {
    List<String> lines = Files.readAllLines(run.metrics());
    String last = lines.get(lines.size() - 1);
    return Json.read(last, ObjectNode.class, "metrics").path("images_per_s").asDouble();
  }

  /** What was left by processes that were killed. */
  private void removeAbandoned() throws IOException {
    try (Stream<Path> inside = Files.list(workspace.path())) {
      for (Path folder : inside.toList()) {
        String name = folder.getFileName().toString();
        if (name.startsWith(FOLDER)
            && ProcessHandle.of(Long.parseLong(name.substring(FOLDER.length()))).isEmpty()) {
          remove(folder);
        }
      }
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
