package kindred.gui.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.Jobs;
import kindred.run.RunFolder;
import kindred.run.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The bar with real workers: what a user sees and does while runs are under way. */
class ExecutorBarTest extends WindowCase {
  private static final long PATIENCE = 120;

  private Jobs jobs() {
    return workbench.session().jobs();
  }

  /** Trains on a few sample images. */
  private static Stage training(int epochs) {
    String stage =
        """
        {"stage": "latent", "data": "fashion-sample",
         "training": {"epochs": %d, "batch": 16, "latent": 4, "limit": 128,
                      "threads": 1, "precision": "fp32"}}
        """;
    return Json.read(stage.formatted(epochs), Stage.class, "stage");
  }

  private Standing standing(RunFolder run) {
    return workbench.session().board().run(run.id()).map(RunRow::standing).orElse(null);
  }

  private void awaitStanding(RunFolder run, Standing standing) throws Exception {
    await(run.id() + " " + standing, PATIENCE, () -> standing(run) == standing);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private void awaitText(FxRobot robot, String id, String part) throws Exception {
    await(id + " says " + part, PATIENCE, () -> text(robot, id).contains(part));
  }

  @AfterEach
  void stopWorkers() throws Exception {
    for (RunRow row : onWindowThread(() -> List.copyOf(workbench.session().board().runs()))) {
      Long pid = row.folder().state().pid();
      if (pid != null) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  @Test
  void runIsPausedResumedKilledExplainedAndResumed(FxRobot robot) throws Exception {
    assertThat(text(robot, "#bar-name")).isEqualTo("Nothing runs");
    assertThat(robot.lookup("#bar-pause").queryAs(Button.class).isDisabled()).isTrue();

    RunFolder run = jobs().launch(training(500));
    awaitText(robot, "#bar-doing", "epoch ");
    awaitText(robot, "#bar-doing", "loss");
    robot.clickOn("#bar-pause");
    awaitStanding(run, Standing.PAUSED);
    awaitText(robot, "#bar-doing", "paused");
    robot.clickOn("#bar-pause");
    awaitStanding(run, Standing.RUNNING);

    ProcessHandle worker = ProcessHandle.of(run.state().pid()).orElseThrow();
    worker.destroyForcibly();
    awaitStanding(run, Standing.LOST);
    awaitText(robot, "#bar-name", "Nothing runs");
    await(
        "a problem in the badge",
        10,
        () -> robot.lookup("#bar-badge").tryQueryAs(Label.class).map(Label::getText).isPresent());
    robot.clickOn("#bar-queue");
    robot.clickOn("Why");
    assertThat(onWindowThread(() -> workbench.shell().place())).isEqualTo(Place.LOG);
    awaitText(robot, "#run-log-what", "died without a word");
    assertThat(onWindowThread(() -> workbench.session().notices().unseenProperty().get())).isZero();

    robot.clickOn("#run-log-resume");
    awaitStanding(run, Standing.RUNNING);
    awaitText(robot, "#bar-doing", "epoch ");
    robot.clickOn("#bar-stop");
    awaitStanding(run, Standing.STOPPED);
    assertThat(run.log()).anyMatch(line -> line.contains("stopped: "));
  }

  @Test
  void queueIsReorderedByKeysAndSaysWhySomethingWaits(FxRobot robot) throws Exception {
    RunFolder held = jobs().launch(training(1));
    jobs().pause(held, true);
    Stage evaluation = new Stage.Evaluate(held.id(), null, null, 3, null, 2, null);
    RunFolder waits = jobs().launch(evaluation);
    RunFolder other = jobs().launch(evaluation);
    await("three that wait", 10, () -> text(robot, "#bar-queue").equals("Queue 3"));

    robot.clickOn("#bar-queue");
    ListView<?> list = robot.lookup("#queue-list").queryListView();
    robot.interact(
        () -> {
          list.getSelectionModel().select(2);
          list.requestFocus();
        });
    robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    await(
        "another order",
        10,
        () ->
            list.getItems().stream()
                .map(row -> ((RunRow) row).id())
                .toList()
                .equals(List.of(held.id(), other.id(), waits.id())));
    assertThat(robot.lookup("waits for " + held.id() + ", which is paused").queryAll())
        .isNotEmpty();

    robot.interact(() -> list.getSelectionModel().select(2));
    robot.type(KeyCode.DELETE);
    awaitStanding(waits, Standing.STOPPED);
  }

  @Test
  void closedWindowLeavesTheWorkerToTheNextOrPausesItAsTheUserSays(FxRobot robot) throws Exception {
    RunFolder run = jobs().launch(training(500));
    awaitText(robot, "#bar-doing", "epoch ");
    requestClose();
    assertThat(choosers.asked()).last().asString().endsWith("is at work");
    assertThat(onWindowThread(() -> stage().isShowing())).isTrue();

    choosers.answer("Keep running");
    requestClose();
    await("a closed window", 10, () -> !stage().isShowing());
    closeWorkbench();
    long pid = run.state().pid();
    assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);

    openWorkbench();
    awaitText(robot, "#bar-doing", "epoch ");
    assertThat(run.state().pid()).isEqualTo(pid);
    choosers.answer("Pause");
    requestClose();
    await("a closed window", 10, () -> !stage().isShowing());
    ProcessHandle.of(pid).ifPresent(worker -> worker.onExit().join());
    assertThat(Standing.of(run)).isEqualTo(Standing.PAUSED);
    closeWorkbench();
    openWorkbench();
    awaitStanding(run, Standing.PAUSED);
  }

  private static void requestClose() throws Exception {
    onWindowThread(
        () -> {
          stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
          return null;
        });
  }

  @Test
  void importIsShownAndCanBeCancelled(FxRobot robot) throws Exception {
    onWindowThread(
        () ->
            workbench
                .session()
                .background()
                .start(
                    "Import of a folder",
                    activity -> {
                      activity.update(0.5, "half of it");
                      while (!activity.cancelled()) {
                        Thread.sleep(10);
                      }
                      return null;
                    },
                    nothing -> {},
                    thrown -> {}));
    Node shown = robot.lookup("#bar-activity").query();
    await("the import", 5, shown::isVisible);
    robot.clickOn("#bar-cancel");
    await("its end", 5, () -> !shown.isVisible());
  }

  @Test
  void problemIsShownOverTheWindowAndCounted(FxRobot robot) throws Exception {
    onWindowThread(
        () -> {
          workbench.session().notices().problem("The disk is full; make room.");
          return null;
        });
    assertThat(robot.lookup("The disk is full; make room.").queryAll()).isNotEmpty();
    assertThat(text(robot, "#bar-badge")).isEqualTo("1");
    robot.clickOn("#bar-log");
    await(
        "the problem in the log",
        5,
        () ->
            workbench.session().notices().all().stream()
                    .anyMatch(notice -> notice.level() == Level.PROBLEM)
                && workbench.session().notices().unseenProperty().get() == 0);
  }

  @Test
  void folderWithoutPyTorchIsRefusedAndTheEngineIsTested(FxRobot robot) throws Exception {
    robot.interact(() -> workbench.shell().open(Place.COMPUTE));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    robot.clickOn("#compute-folder").write(empty.toString()).type(KeyCode.ENTER);
    awaitText(robot, "#compute-problem", "has no PyTorch library in it");
    assertThat(workbench.session().workspace().path().resolve("compute.json")).doesNotExist();

    robot.clickOn("#compute-test");
    awaitText(robot, "#engine-name", "PyTorch");
    awaitText(robot, "#engine-product", "1024 × 1024 in ");
  }
}
