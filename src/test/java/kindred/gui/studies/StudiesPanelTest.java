package kindred.gui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import kindred.run.Event;
import kindred.run.JobQueue;
import kindred.run.QueueWorker;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;

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

  private static void choose(WindowRobot robot, String title) {
    robot.act(
        "#study-base",
        BaseChooser.class,
        bases ->
            bases.setValue(
                bases.getItems().stream()
                    .filter(choice -> choice.title().equals(title))
                    .findFirst()
                    .orElseThrow()));
  }

  @SuppressWarnings("unchecked")
  private static void vary(WindowRobot robot, String path, String values) {
    robot.act(".study-field", ComboBox.class, field -> field.setValue(path));
    robot.clickOn(".study-values").write(values);
  }

  /** A small experiment as a user's file, launched, carried out by real workers, and watched. */
  @Test
  void studyFromTheFormFillsItsGridAsItsRunsEnd(WindowRobot robot) throws Exception {
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
        () -> robot.text("#study-forecast").contains("at least one field that varies"));

    vary(robot, "evaluation.k", "three");
    await(
        "a word for a number is refused", 5, () -> robot.text("#study-forecast").contains("three"));
    assertThat(robot.disabled("#study-launch")).isTrue();
    robot.eraseText(5).write("3, 5");
    robot.doubleClickOn("#study-seeds").eraseText(10).write("1, 2");
    await(
        "the forecast",
        10,
        () -> robot.text("#study-forecast").startsWith("4 trials, 6 runs; an unknown time"));
    await("four cells", 10, () -> robot.lookup(".study-cell").queryAll().size() == 4);

    robot.clickOn("#study-launch");
    await("six runs", 10, () -> workbench.session().board().runs().size() == 6);
    await("all to do", 10, () -> robot.text("#study-progress").startsWith("0 of 6 runs done"));

    Set<String> runs = workspace.all().stream().map(RunFolder::id).collect(Collectors.toSet());
    new QueueWorker(workspace, new JobQueue(workspace), NOBODY).work(runs);
    await("all done", 60, () -> robot.text("#study-progress").startsWith("6 of 6 runs done"));
    for (String cell : new String[] {"#trial-0-0", "#trial-0-1", "#trial-1-0", "#trial-1-1"}) {
      await(
          cell + " with its figure",
          10,
          () -> {
            Button trial = robot.lookup(cell).queryButton();
            return trial.getStyleClass().contains("cell-done") && trial.getText().endsWith("%");
          });
    }
    TableView<?> table = robot.lookup("#study-table").queryTableView();
    await(
        "a line a value",
        10,
        () ->
            table.getItems().size() == 2
                && table.getItems().get(1).toString().contains("k 5, 2, "));
    await(
        "the record in its file",
        5,
        () ->
            Files.readString(folder.resolve("workspace/studies/tiny-one/results.md"))
                .startsWith("# tiny-one\n\n6 of 6 runs done"));
  }

  @Test
  void withoutStudiesThePanelSaysWhatOneIsFor(WindowRobot robot) throws Exception {
    onWindowThread(
        () -> {
          workbench.shell().open(Place.STUDIES);
          return null;
        });
    await(
        "what it is for",
        10,
        () ->
            robot.lookup(".studies-panel .empty-state .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("more than luck")));
  }
}
