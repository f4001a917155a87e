package kindred.gui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import kindred.gui.WindowCase;
import kindred.gui.core.Place;
import kindred.run.Event;
import kindred.run.JobQueue;
import kindred.run.QueueWorker;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class StudiesPanelTest extends WindowCase {
  private static final QueueWorker.Watcher NOBODY =
      new QueueWorker.Watcher() {
        @Override
        public void begins(RunFolder run) {}

        @Override
        public void said(RunFolder run, Event event) {}

        @Override
        public void ended(RunFolder run, RunState state) {}

        @Override
        public void waits(String why) {}
      };

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
  }

  private static void choose(FxRobot robot, String title) throws Exception {
    onWindowThread(
        () -> {
          BaseChooser bases = robot.lookup("#study-base").queryAs(BaseChooser.class);
          bases.setValue(
              bases.getItems().stream()
                  .filter(choice -> choice.title().equals(title))
                  .findFirst()
                  .orElseThrow());
          return null;
        });
  }

  private static void vary(FxRobot robot, String path, String values) throws Exception {
    onWindowThread(
        () -> {
          robot.lookup(".study-field").<String>queryComboBox().setValue(path);
          return null;
        });
    robot.clickOn(".study-values").write(values);
  }

  /** A small experiment as a user's file, launched, carried out by real workers, and watched. */
  @Test
  void studyFromTheFormFillsItsGridAsItsRunsEnd(FxRobot robot) throws Exception {
    Workspace workspace = TinyWorkspace.open(folder.resolve("workspace"));
    onWindowThread(
        () -> {
          workbench.shell().open(Place.STUDIES);
          return null;
        });
    robot.clickOn("Build a study");
    Path file = folder.resolve("tiny.json");
    Files.writeString(
        file,
        """
        {"name": "tiny one", "stages": {
          "ae": {"stage": "latent", "data": "tiny",
                 "training": {"epochs": 1, "batch": 8, "latent": 4, "holdout": 0.2,
                              "threads": 1, "precision": "fp32"}},
          "evaluation": {"stage": "evaluate", "source": "ae", "k": 3, "probeEpochs": 2}}}
        """);
    choosers.choose(file);
    choose(robot, "A file…");
    await(
        "what is missing",
        5,
        () -> text(robot, "#study-forecast").contains("at least one field that varies"));

    vary(robot, "evaluation.k", "three");
    await(
        "a word for a number is refused",
        5,
        () -> text(robot, "#study-forecast").contains("three"));
    assertThat(robot.lookup("#study-launch").queryButton().isDisabled()).isTrue();
    robot.eraseText(5).write("3, 5");
    robot.doubleClickOn("#study-seeds").eraseText(10).write("1, 2");
    await(
        "the forecast",
        10,
        () -> text(robot, "#study-forecast").startsWith("4 trials, 6 runs; an unknown time"));
    assertThat(robot.lookup(".study-cell").queryAll()).hasSize(4);

    robot.clickOn("#study-launch");
    await("six runs", 10, () -> workbench.session().board().runs().size() == 6);
    await("all to do", 10, () -> text(robot, "#study-progress").startsWith("0 of 6 runs done"));

    Set<String> runs = workspace.all().stream().map(RunFolder::id).collect(Collectors.toSet());
    new QueueWorker(workspace, new JobQueue(workspace), NOBODY).work(runs);
    await("all done", 60, () -> text(robot, "#study-progress").startsWith("6 of 6 runs done"));
    for (String cell : new String[] {"#trial-0-0", "#trial-0-1", "#trial-1-0", "#trial-1-1"}) {
      Button trial = robot.lookup(cell).queryButton();
      assertThat(trial.getStyleClass()).contains("cell-done");
      assertThat(trial.getText()).endsWith("%");
    }
    TableView<?> table = robot.lookup("#study-table").queryTableView();
    assertThat(onWindowThread(() -> table.getItems().size())).isEqualTo(2);
    assertThat(onWindowThread(() -> table.getItems().get(1).toString())).contains("k 5, 2, ");
    await(
        "the record in its file",
        5,
        () ->
            Files.readString(folder.resolve("workspace/studies/tiny-one/results.md"))
                .startsWith("# tiny-one\n\n6 of 6 runs done"));
  }

  @Test
  void withoutStudiesThePanelSaysWhatOneIsFor(FxRobot robot) throws Exception {
    onWindowThread(
        () -> {
          workbench.shell().open(Place.STUDIES);
          return null;
        });
    assertThat(
            robot.lookup(".studies-panel .empty-state .label").queryAllAs(Label.class).stream()
                .map(Label::getText))
        .anyMatch(text -> text.contains("more than luck"));
  }
}
