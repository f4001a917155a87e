package kindred.gui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import kindred.array.Vectors;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Place;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.neighbors.PairBrowser;
import kindred.gui.results.byol.PositivesView;
import kindred.gui.results.evaluation.AccuracyView;
import kindred.gui.results.evaluation.ClassBarsView;
import kindred.gui.results.evaluation.ConfusionView;
import kindred.gui.results.latent.ReconstructionsView;
import kindred.run.RunFolder;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;

/** Everything that real, tiny runs made is to be seen in a window. */
class ResultViewsTest extends WindowCase {
  private static final String TRAINING =
      """
      {"epochs": 2, "batch": 8, "latent": 4, "holdout": 0.2, "threads": 1, "precision": "fp32"}\
      """;

  private Session session;
  private Workspace workspace;

  private RunRow done(String stage) throws Exception {
    RunFolder run = TinyWorkspace.done(workspace, Json.read(stage, Stage.class, "test"));
    session.board().refresh();
    await(
        "run " + run.id() + " on the board",
        10,
        () ->
            session.board().run(run.id()).isPresent()
                && session.board().run(run.id()).get().now().state().result() != null);
    return onWindowThread(() -> session.board().run(run.id()).get());
  }

  private <V extends ResultView> V shown(V view, RunRow run) throws Exception {
    onWindowThread(
        () -> {
          stage().getScene().setRoot(new StackPane(view.view()));
          view.show(run);
          return null;
        });
    return view;
  }

  private static <N extends Node> List<N> all(Node root, Class<N> type) {
    List<N> found = new ArrayList<>();
    if (type.isInstance(root)) {
      found.add(type.cast(root));
    }
    if (root instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child, type)));
    }
    return found;
  }

  private static boolean says(Node root, String words) {
    return all(root, Label.class).stream()
        .anyMatch(label -> label.getText() != null && label.getText().contains(words));
  }

  private static long pictures(Node root) {
    return all(root, ImageView.class).stream().filter(view -> view.getImage() != null).count();
  }

  private void learn() {
    session = workbench.session();
    workspace = session.workspace();
    PackedImages.write(
        workspace.datasets().resolve("tiny"),
        40,
        1,
        8,
        8,
        2,
        (n, c, y, x) -> n % 2 * 120 + (n + y + x) % 100);
  }

  @Test
  void eachViewShowsWhatItsRunMade(WindowRobot robot) throws Exception {
    learn();
    RunRow space =
        done("{\"stage\": \"latent\", \"data\": \"tiny\", \"training\": " + TRAINING + "}");
    reconstructions(space);
    RunRow near = done("{\"stage\": \"neighbors\", \"k\": 3, \"source\": \"" + space.id() + "\"}");
    neighbors(near);
    RunRow byol =
        done(
            "{\"stage\": \"byol\", \"way\": \"weighted\", \"data\": \"tiny\", \"neighbors\": \""
                + near.id()
                + "\", \"training\": "
                + TRAINING
                + "}");
    positives(byol);
    RunRow accuracy =
        done(
            "{\"stage\": \"evaluate\", \"k\": 3, \"probeEpochs\": 2, \"source\": \""
                + byol.id()
                + "\"}");
    evaluation(robot, accuracy);
    assertThat(onWindowThread(() -> session.notices().unseenProperty().get())).isZero();
  }

  private void reconstructions(RunRow space) throws Exception {
    ReconstructionsView view = shown(onWindowThread(() -> new ReconstructionsView(session)), null);
    assertThat(onWindowThread(() -> all(view.view(), EmptyState.class))).isNotEmpty();
    shown(view, space);
    await("a sheet", 10, () -> pictures(view.view()) == 1 && says(view.view(), "epoch 2"));
    onWindowThread(
        () -> {
          ImageView sheet = all(view.view(), ImageView.class).get(0);
          assertThat(sheet.getFitWidth() % sheet.getImage().getWidth()).as("whole factor").isZero();
          assertThat(sheet.getImage().getPixelReader().getArgb(0, 0)).as("no white paper").isZero();
          assertThat(sheet.getImage().getPixelReader().getArgb(5, 5) >>> 24).isEqualTo(255);
          return null;
        });
  }

  private void neighbors(RunRow near) throws Exception {
    PairBrowser browser = onWindowThread(() -> new PairBrowser(session, workbench.shell()));
    ResultView pairs = shown(browser.views().get(0), near);
    await("pairs", 10, () -> pictures(pairs.view()) > 8 && says(pairs.view(), "96 pairs"));
    assertThat(
            onWindowThread(
                () -> (Object) ((ListView<?>) pairs.view().lookup("#pair-rows")).getItems().size()))
        .isEqualTo(32);
    ResultView judge = shown(browser.views().get(1), near);
    await("a pair", 10, () -> pictures(judge.view()) == 2 && says(judge.view(), "0 judged"));
    ResultView numbers = shown(browser.views().get(2), near);
    await(
        "a curve",
        20,
        () ->
            pictures(numbers.view()) >= 1 && says(numbers.view(), "of the pairs are of one class"));
  }

  private void positives(RunRow byol) throws Exception {
    PositivesView view = shown(onWindowThread(() -> new PositivesView(session)), byol);
    await("32 pairs", 10, () -> pictures(view.view()) == 64 && says(view.view(), "epoch 2"));
    await("the coverage", 10, () -> says(view.view(), "100.0 %"));
  }

  private void evaluation(WindowRobot robot, RunRow accuracy) throws Exception {
    AccuracyView table =
        shown(onWindowThread(() -> new AccuracyView(session, workbench.shell())), accuracy);
    await(
        "a row with its test images",
        10,
        () -> {
          TableView<?> rows = all(table.view(), TableView.class).get(0);
          return rows.getItems().size() == 1
              && says(table.view(), "tiny")
              && says(table.view(), "8 images");
        });
    await(
        "the interval that 8 images leave open, below the accuracy",
        5,
        () -> says(table.view(), "–") && says(table.view(), "0 %"));
    ClassBarsView bars = shown(onWindowThread(() -> new ClassBarsView(session)), accuracy);
    await("two classes", 10, () -> says(bars.view(), "class 0") && says(bars.view(), "class 1"));
    ConfusionView matrix = shown(onWindowThread(() -> new ConfusionView(session)), accuracy);
    await("a mistake or none", 10, () -> robot.lookup("#confusion-matrix").tryQuery().isPresent());
    robot.clickOn("#confusion-matrix");
    robot.type(javafx.scene.input.KeyCode.UP, javafx.scene.input.KeyCode.UP);
    robot.type(javafx.scene.input.KeyCode.LEFT, javafx.scene.input.KeyCode.LEFT);
    await("the cell", 5, () -> says(matrix.view(), "class 0, recognized"));
    long right =
        onWindowThread(
            () ->
                all(matrix.view(), PictureGrid.class).get(0).images().stream()
                    .filter(image -> image % 2 == 0)
                    .count());
    await("the images", 5, () -> says(matrix.view(), "recognized · " + right));
  }

  @Test
  void modelIsExportedFromThePanel(WindowRobot robot) throws Exception {
    learn();
    RunRow space =
        done("{\"stage\": \"latent\", \"data\": \"tiny\", \"training\": " + TRAINING + "}");
    robot.clickOn("#rail-models");
    Node details = robot.lookup("#model-details").query();
    await("what there is", 10, () -> says(details, "Encoder") && says(details, "tiny"));

    Path network = folder.resolve("encoder.onnx");
    choosers.choose(network);
    robot.clickOn("#export");
    await("the file", 10, () -> Files.exists(network));

    Path vectors = folder.resolve("vectors");
    choosers.choose(vectors);
    robot.act("#export-format", ComboBox.class, formats -> select(formats, "(.npy)"));
    robot.clickOn("#export");
    Path completed = folder.resolve("vectors.npy");
    await("a suffix that the user left out", 10, () -> Files.exists(completed));
    assertThat(Vectors.read(completed).count()).isEqualTo(40);
    assertThat(onWindowThread(() -> session.notices().unseenProperty().get())).isZero();
    assertThat(onWindowThread(() -> workbench.shell().place())).isEqualTo(Place.MODELS);
    exportToNowhereIsRefused(robot);
    assertThat(space.id()).isEqualTo("ae-1");
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // what is offered is of the panel's own type
  private static void select(ComboBox formats, String ending) {
    formats.getItems().stream()
        .filter(format -> format.toString().endsWith(ending))
        .forEach(format -> formats.getSelectionModel().select(format));
  }

  private void exportToNowhereIsRefused(WindowRobot robot) throws Exception {
    Path nowhere = folder.resolve("nowhere").resolve("vectors.npy");
    choosers.choose(nowhere);
    robot.clickOn("#export");
    String why = "there is no folder " + nowhere.getParent();
    await(
        "the reason",
        10,
        () ->
            session.notices().all().stream()
                .anyMatch(
                    notice -> notice.level() == Level.PROBLEM && notice.text().contains(why)));
    assertThat(nowhere.getParent()).doesNotExist();
  }
}
