package kindred.gui.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.ComputeSettings;
import kindred.run.Jobs;
import kindred.run.RunFolder;
import kindred.run.Standing;
import kindred.run.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bar with real workers: what a user sees and does while runs are under way. */
class ExecutorBarTest extends WindowCase {
  private static final long PATIENCE = 120;

  private Workspace workspace() {
    return workbench.session().workspace();
  }

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

  private void awaitText(WindowRobot robot, String id, String part) throws Exception {
    await(id + " says " + part, PATIENCE, () -> robot.text(id).contains(part));
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
  void runIsPausedResumedKilledExplainedAndResumed(WindowRobot robot) throws Exception {
    assertThat(robot.text("#bar-name")).isEqualTo("Nothing runs");
    assertThat(robot.disabled("#bar-pause")).isTrue();

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
    awaitText(robot, "#bar-badge", "1");
    robot.clickOn("#bar-queue");
    robot.clickOn("Why");
    await("the log", 10, () -> workbench.shell().place() == Place.LOG);
    awaitText(robot, "#run-log-what", "died without a word");
    await("all seen", 10, () -> workbench.session().notices().unseenProperty().get() == 0);

    robot.clickOn("#run-log-resume");
    awaitStanding(run, Standing.RUNNING);
    awaitText(robot, "#bar-doing", "epoch ");
    robot.clickOn("#bar-stop");
    awaitStanding(run, Standing.STOPPED);
    assertThat(run.log()).anyMatch(line -> line.contains("stopped: "));
  }

  @Test
  void queueIsReorderedByKeysAndSaysWhySomethingWaits(WindowRobot robot) throws Exception {
    RunFolder held = jobs().launch(training(1));
    jobs().pause(held, true);
    Stage evaluation = new EvaluateStage(held.id(), null, null, 3, null, 2, null);
    RunFolder waits = jobs().launch(evaluation);
    RunFolder other = jobs().launch(evaluation);
    await("three that wait", 10, () -> robot.text("#bar-queue").equals("Queue 3"));

    robot.clickOn("#bar-queue");
    ListView<?> list = robot.lookup("#queue-list").queryListView();
    await("all of them in the list", 10, () -> list.getItems().size() == 3);
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
    await("why", 10, () -> robot.visible("waits for " + held.id() + ", which is paused"));

    robot.interact(() -> list.getSelectionModel().select(2));
    robot.type(KeyCode.DELETE);
    awaitStanding(waits, Standing.STOPPED);
  }

  @Test
  void closedWindowLeavesTheWorkerToTheNextOrPausesItAsTheUserSays(WindowRobot robot)
      throws Exception {
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
  void importIsShownAndCanBeCancelled(WindowRobot robot) throws Exception {
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
    await("the import", 5, () -> robot.visible("#bar-activity"));
    robot.clickOn("#bar-cancel");
    await("its end", 5, () -> !robot.visible("#bar-activity"));
  }

  @Test
  void problemIsShownOverTheWindowAndCounted(WindowRobot robot) throws Exception {
    onWindowThread(
        () -> {
          workbench.session().notices().problem("The disk is full; make room.");
          return null;
        });
    await("the problem", 10, () -> robot.visible("The disk is full; make room."));
    assertThat(robot.text("#bar-badge")).isEqualTo("1");
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
  void oddSettingsAreRefusedAndTheEngineIsTested(WindowRobot robot) throws Exception {
    robot.interact(() -> workbench.shell().open(Place.COMPUTE));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    robot.clickOn("#compute-folder").write(empty.toString()).type(KeyCode.ENTER);
    awaitText(robot, "#compute-problem", "has no PyTorch library in it");
    robot.fill("#compute-threads .text-field", "many");
    robot.type(KeyCode.ENTER);
    awaitText(robot, "#compute-problem", "threads is 'many'; write a whole number");
    assertThat(workbench.session().workspace().path().resolve("compute.json")).doesNotExist();
    robot.fill("#compute-threads .text-field", "2");
    robot.type(KeyCode.ENTER);
    await("two threads", 10, () -> ComputeSettings.of(workspace()).threads() == 2);
    await("no problem", 10, () -> robot.text("#compute-problem").isEmpty());

    robot.clickOn("#compute-test");
    awaitText(robot, "#engine-name", "PyTorch");
    awaitText(robot, "#engine-product", "1024 × 1024 in ");
  }
}
