package kindred.gui.neighbors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.RunRow;
import kindred.run.RunFolder;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A window on the neighbors of a real small run. */
abstract class PairsCase extends WindowCase {
  static final int IMAGES = 40;

  /** The auto-encoder's; BYOL holds none back. */
  static final int TRAINED = 32;

  static final int K = 3;

  private Workspace workspace;
  RunFolder near;

  @BeforeEach
  void findNeighbors() throws Exception {
    workspace = workbench.session().workspace();
    makeImages(workspace.datasets());
    RunFolder space =
        done(
            """
            {"stage": "latent", "data": "tiny",
             "training": {"epochs": 1, "batch": 8, "latent": 4, "holdout": 0.2,
                          "threads": 1, "precision": "fp32"}}
            """);
    near =
        done("{\"stage\": \"neighbors\", \"k\": %d, \"source\": \"%s\"}".formatted(K, space.id()));
    workbench.session().board().refresh();
    await("the run", 10, () -> workbench.session().board().run(near.id()).isPresent());
    onWindowThread(
        () -> {
          workbench.shell().openRun(near.id());
          return null;
        });
  }

  /** Makes a data set "tiny" of 8×8 pixels and two classes that take turns. */
  void makeImages(Path datasets) throws Exception {
    PackedImages.write(
        datasets.resolve("tiny"),
        IMAGES,
        1,
        8,
        8,
        2,
        (n, c, y, x) -> n % 2 * 30 + (n * 7 + y + x) % 100);
  }

  private RunFolder done(String stage) {
    return TinyWorkspace.done(workspace, Json.read(stage, Stage.class, "test"));
  }

  @AfterEach
  void stopWorkers() throws Exception {
    for (RunRow row : onWindowThread(() -> List.copyOf(workbench.session().board().runs()))) {
      Long pid = row.folder().state().pid();
      if (pid != null && pid != ProcessHandle.current().pid()) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  static String text(WindowRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  static void awaitText(WindowRobot robot, String id, Predicate<String> wanted) throws Exception {
    await(
        id + " says something else than " + text(robot, id),
        20,
        () -> wanted.test(text(robot, id)));
  }

  static void openTab(WindowRobot robot, String title) {
    robot.clickOn(
        robot
            .lookup(
                (Node node) ->
                    node instanceof Label label
                        && title.equals(label.getText())
                        && label.getStyleClass().contains("tab-label"))
            .<Node>query());
  }

  List<String> verdictLines() throws Exception {
    Path file = workspace.datasets().resolve("tiny").resolve("verdicts.jsonl");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
