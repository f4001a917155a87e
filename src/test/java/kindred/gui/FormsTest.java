package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.Event;
import kindred.run.JobQueue;
import kindred.run.QueueWorker;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.Standing;
import kindred.run.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages asked for by pointing and typing. */
class FormsTest extends WindowCase {
  private static final String SAMPLE = "fashion-sample";

  @BeforeEach
  void awaitImages() throws Exception {
    await("the images", 10, () -> workbench.session().board().datasets().size() == 1);
  }

  private void open(Place place) throws Exception {
    onWindowThread(
        () -> {
          workbench.shell().open(place);
          return null;
        });
    awaitRows();
  }

  /** Rows belong to the scene once it was laid out. */
  private static void awaitRows() throws Exception {
    await("the form", 10, () -> stage().getScene().getRoot().lookup(".form-row") != null);
  }

  private void fill(Stage stage) throws Exception {
    onWindowThread(
        () -> {
          workbench.shell().fill(stage);
          return null;
        });
    awaitRows();
  }

  private static String problem(WindowRobot robot, String kind) {
    return robot.text("#" + kind + "-problem");
  }

  private static void awaitLaunch(WindowRobot robot, String kind) throws Exception {
    await("a stage to launch", 10, () -> !robot.disabled("#" + kind + "-launch"));
  }

  private static void awaitProblem(WindowRobot robot, String kind, String part) throws Exception {
    await("the problem: " + part, 10, () -> problem(robot, kind).contains(part));
    assertThat(robot.disabled("#" + kind + "-launch")).isTrue();
  }

  /** A run as if it had been worked on, whose folder has no results. */
  private RunFolder done(Stage stage) throws Exception {
    RunFolder run = workbench.session().workspace().create(stage);
    RunState queued = run.state();
    RunState done =
        new RunState(
            RunState.Status.DONE,
            queued.created(),
            queued.updated(),
            null,
            null,
            20,
            1400,
            20,
            null,
            false,
            null);
    Files.writeString(run.path().resolve("state.json"), Json.pretty(done));
    workbench.session().board().refresh();
    await(
        "the run on the board",
        10,
        () ->
            workbench
                .session()
                .board()
                .run(run.id())
                .filter(row -> row.standing() == Standing.DONE)
                .isPresent());
    return run;
  }

  private Stage latent(int epochs) {
    TrainingPlan plan =
        Json.read(
            "{\"epochs\": %d, \"batch\": 16, \"limit\": 32, \"latent\": 4}".formatted(epochs),
            TrainingPlan.class,
            "plan");
    return new LatentStage(LatentMethod.AE, SAMPLE, plan);
  }

  @Test
  void imagesHeldOutBehindTheNeighborsAreProposedForByol(WindowRobot robot) throws Exception {
    TrainingPlan plan =
        Json.read(
            "{\"epochs\": 20, \"batch\": 16, \"holdout\": 0.2, \"splitSeed\": 7}",
            TrainingPlan.class,
            "plan");
    RunFolder space = done(new LatentStage(LatentMethod.AE, SAMPLE, plan));
    done(
        Json.read(
            "{\"stage\": \"neighbors\", \"source\": \"%s\"}".formatted(space.id()),
            Stage.class,
            "test"));
    open(Place.BYOL);
    awaitLaunch(robot, "byol");
    robot.clickOn("Probabilistic");
    await("the share", 10, () -> robot.text("#byol-training-holdout").equals("0.2"));

    robot.fill("#byol-training-holdout", "0.3");
    workbench.session().board().refresh();
    assertThat(robot.text("#byol-training-holdout")).isEqualTo("0.3");
  }

  @Test
  void anEvaluationOnImagesOfTheTrainingSaysSoBefore(WindowRobot robot) throws Exception {
    done(latent(20));
    open(Place.EVALUATION);
    awaitLaunch(robot, "evaluate");
    await(
        "the warning",
        10,
        () ->
            stage().getScene().getRoot().lookupAll(".form-meaning .label").stream()
                .anyMatch(label -> ((Label) label).getText().contains("it held out none")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LATENT | latent | latent-training-epochs | 0 | epochs is 0; it must lie between 1",
        "NEIGHBORS | neighbors | neighbors-k | 5000 | k is 5000; it must lie between 1 and 1,000",
        "BYOL | byol | byol-training-holdout | 2 | holdout is 2.0; it must lie between 0.0",
        "EVALUATION | evaluate | evaluate-probeEpochs | ten | 'ten'; write a whole number",
      })
  void badInputIsSaidAsOneTypesAndCannotBeLaunched(
      Place place, String kind, String field, String text, String message, WindowRobot robot)
      throws Exception {
    done(latent(20));
    open(place);
    awaitLaunch(robot, kind);

    robot.fill("#" + field, text);
    awaitProblem(robot, kind, message);
    assertThat(saidInRows(robot)).containsExactly(problem(robot, kind));

    robot.fill("#" + field, "");
    awaitLaunch(robot, kind);
  }

  private static List<String> saidInRows(WindowRobot robot) throws Exception {
    return onWindowThread(
        () ->
            robot.lookup(".form-problem").match(Node::isVisible).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }

  @Test
  void latentSpaceIsLearnedByPointing(WindowRobot robot) throws Exception {
    fill(latent(1));
    assertThat(robot.text("#latent-training-epochs")).isEqualTo("1");
    robot.clickOn("#latent-launch");
    await("the run", 10, () -> workbench.session().board().run("ae-1").isPresent());
    RunRow run = onWindowThread(() -> workbench.session().board().run("ae-1").get());
    assertThat(run.stage()).contains(latent(1));
    await(
        "the run is shown",
        5,
        () -> robot.lookup("#latent-run").queryAs(ComboBox.class).getValue() == run);

    work();
    await("its end", 60, () -> run.standing() == Standing.DONE);
    open(Place.NEIGHBORS);
    awaitLaunch(robot, "neighbors"); // with the run as its proposed input
  }

  /** Does what is in the queue, unless the window does it by itself. */
  private void work() {
    Workspace workspace = workbench.session().workspace();
    QueueWorker.Watcher nobody =
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
    new QueueWorker(workspace, new JobQueue(workspace), nobody).work(Set.of("ae-1"));
  }

  @Test
  void whatDoesNotFitSaysWhy(WindowRobot robot) throws Exception {
    done(latent(20));
    RunFolder waiting = workbench.session().workspace().create(latent(3));
    workbench.session().board().refresh();
    await("both runs", 10, () -> workbench.session().board().run(waiting.id()).isPresent());
    open(Place.EVALUATION);
    fill(new EvaluateStage(waiting.id(), null, null, null, null, null, null));
    awaitProblem(robot, "evaluate", waiting.id() + ": is not done yet");

    fill(new EvaluateStage("ae-99", null, null, null, null, null, null));
    awaitProblem(robot, "evaluate", "there is no run ae-99");
  }

  @Test
  void stageIsHandedOnAsCommandAndAsFile(WindowRobot robot) throws Exception {
    fill(latent(2));
    robot.clickOn("#latent-menu").clickOn("Copy as command");
    String command = onWindowThread(() -> Clipboard.getSystemClipboard().getString());
    assertThat(command)
        .startsWith("kindred --workspace ")
        .endsWith("latent ae --data " + SAMPLE + " --epochs 2 --batch 16 --latent 4 --limit 32");

    Path file = folder.resolve("mine.json");
    choosers.choose(file);
    robot.clickOn("#latent-menu").clickOn("Save as experiment file…");
    await("the file", 10, () -> Files.exists(file));
    assertThat(Experiment.read(file).stages()).isEqualTo(Map.of("latent", latent(2)));

    robot.clickOn("#latent-menu").clickOn("The authors' setup");
    await("the usual epochs", 10, () -> robot.text("#latent-training-epochs").isEmpty());
    choosers.choose(file);
    robot.clickOn("#latent-menu").clickOn("Load experiment file…");
    await("the settings of the file", 10, () -> robot.text("#latent-training-epochs").equals("2"));
  }

  @Test
  void placesThatNeedAnotherFirstLeadThere(WindowRobot robot) throws Exception {
    open(Place.NEIGHBORS);
    robot.clickOn("Learn a latent space");
    await("the place before", 5, () -> workbench.shell().place() == Place.LATENT);
    robot.clickOn("Learn one from " + SAMPLE);
    await("the run", 10, () -> workbench.session().board().run("ae-1").isPresent());
    workbench.session().workspace().run("ae-1").requestStop();
  }

  @Test
  void formsDoNotScrollWithWhatFewNeedFoldedAway(WindowRobot robot) throws Exception {
    done(latent(20));
    Map<Place, String> longest = Map.of(Place.LATENT, "VAE", Place.BYOL, "Weighted");
    for (Place place : List.of(Place.LATENT, Place.NEIGHBORS, Place.BYOL, Place.EVALUATION)) {
      open(place);
      if (longest.containsKey(place)) {
        robot.clickOn(longest.get(place));
      }
      for (Node scroll : robot.lookup(".form-scroll").queryAll()) {
        ScrollPane pane = (ScrollPane) scroll;
        await(
            place.name().toLowerCase(Locale.ROOT) + " fits",
            10,
            () ->
                pane.getContent().getBoundsInLocal().getHeight()
                    <= pane.getViewportBounds().getHeight() + 1);
      }
    }
  }
}
