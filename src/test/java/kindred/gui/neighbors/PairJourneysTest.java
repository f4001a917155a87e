package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.PackedImages;
import kindred.experiment.ByolStage;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.Artifacts;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.Standing;
import kindred.run.Worker;
import kindred.run.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs of a real small run are looked through, judged, exported and handed on to a training. */
class PairJourneysTest extends WindowCase {
  private static final int IMAGES = 40;

  /** The auto-encoder's; BYOL holds none back. */
  private static final int TRAINED = 32;

  private static final int K = 3;
  private static final long PATIENCE = 180;

  private Workspace workspace;
  private RunFolder near;

  @BeforeEach
  void findNeighbors() throws Exception {
    workspace = workbench.session().workspace();
    PackedImages.write(
        workspace.datasets().resolve("tiny"),
        IMAGES,
        1,
        8,
        8,
        2,
        (n, c, y, x) -> n % 2 * 30 + (n * 7 + y + x) % 100);
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

  private RunFolder done(String stage) {
    RunFolder run = workspace.create(Json.read(stage, Stage.class, "test"));
    RunState end = Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(end.status()).as(end.message()).isEqualTo(RunState.Status.DONE);
    return run;
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

  private static String text(WindowRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  private static void awaitText(WindowRobot robot, String id, Predicate<String> wanted)
      throws Exception {
    await(
        id + " says something else than " + text(robot, id),
        20,
        () -> wanted.test(text(robot, id)));
  }

  private static void openTab(WindowRobot robot, String title) {
    robot.clickOn(
        robot
            .lookup(
                (Node node) ->
                    node instanceof Label label
                        && title.equals(label.getText())
                        && label.getStyleClass().contains("tab-label"))
            .<Node>query());
  }

  /** The two images that are to be judged. */
  private static int[] images(WindowRobot robot) {
    Matcher numbers =
        Pattern.compile("(?:Image|neighbor,) (\\d+)").matcher(text(robot, "#judge-facts"));
    return numbers.results().mapToInt(found -> Integer.parseInt(found.group(1))).toArray();
  }

  private List<String> verdictLines() throws Exception {
    Path file = workspace.datasets().resolve("tiny").resolve("verdicts.jsonl");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Answers by the labels, which take turns; returns how many were of one class. */
  private static int judge(WindowRobot robot, int count) throws Exception {
    int same = 0;
    for (int i = 0; i < count; i++) {
      int[] pair = onWindowThread(() -> images(robot));
      boolean agree = (pair[0] - pair[1]) % 2 == 0;
      same += agree ? 1 : 0;
      robot.type(agree ? KeyCode.S : KeyCode.D);
    }
    return same;
  }

  @Test
  void thirtyPairsAreJudgedByKeyboardAndGiveAnEstimate(WindowRobot robot) throws Exception {
    awaitText(robot, "#pairs-count", text -> text.equals(TRAINED * K + " pairs"));
    openTab(robot, "Judge");
    awaitText(robot, "#judge-facts", text -> text.startsWith("Image "));
    assertThat(text(robot, "#judge-facts")).as("no class is told").doesNotContain("class");

    int same = judge(robot, 30);
    awaitText(robot, "#judge-progress", text -> text.startsWith("30 judged, estimated precision "));
    String estimate = text(robot, "#judge-progress");
    // Mutual pairs count twice, so that it is not quite the share of the verdicts.
    assertThat(percent(estimate)).isBetween(100 * same / 30 - 12, 100 * same / 30 + 12);

    int[] last = onWindowThread(() -> images(robot));
    robot.type(KeyCode.Z).type(KeyCode.Z).type(KeyCode.Z);
    awaitText(robot, "#judge-progress", text -> text.startsWith("27 judged"));
    assertThat(onWindowThread(() -> images(robot)))
        .as("back at an earlier pair")
        .isNotEqualTo(last);
    judge(robot, 3);
    awaitText(robot, "#judge-progress", text -> text.equals(estimate));
    assertThat(onWindowThread(() -> images(robot))).as("and on again").isEqualTo(last);
    await("30 + 3 + 3 lines in the file", 10, () -> verdictLines().size() == 36);

    robot.type(KeyCode.SPACE);
    awaitText(robot, "#judge-progress", text -> text.startsWith("30 judged"));
    assertThat(onWindowThread(() -> images(robot))).as("skipped").isNotEqualTo(last);
    openTab(robot, "Numbers");
    await(
        "the estimate among the numbers",
        10,
        () ->
            robot
                .lookup((Node node) -> says(node, percent(estimate) + " % ±"))
                .tryQuery()
                .isPresent());
  }

  private static int percent(String estimate) {
    Matcher number = Pattern.compile("precision (\\d+) % ± \\d+").matcher(estimate);
    assertThat(number.find()).as(estimate).isTrue();
    return Integer.parseInt(number.group(1));
  }

  private static boolean says(Node node, String words) {
    return node instanceof Label label
        && label.getText() != null
        && label.getText().startsWith(words);
  }

  private static MenuItem item(WindowRobot robot, String menu, String part) throws Exception {
    return onWindowThread(
        () ->
            robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getText() != null && item.getText().contains(part))
                .findFirst()
                .orElseThrow());
  }

  private static void choose(WindowRobot robot, String menu, int place) throws Exception {
    robot.clickOn(menu);
    MenuItem item =
        onWindowThread(() -> robot.lookup(menu).queryAs(MenuButton.class).getItems().get(place));
    robot.clickOn(item.getText());
  }

  @Test
  void vetoedHubIsUnusedByTheTrainingThatIsLaunchedFromHere(WindowRobot robot) throws Exception {
    awaitText(robot, "#pairs-count", text -> text.equals(TRAINED * K + " pairs"));
    onWindowThread(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<PairOrder> order = robot.lookup("#pairs-order").queryAs(ComboBox.class);
          order.setValue(PairOrder.HUBS);
          return null;
        });
    await("rows", 10, () -> robot.lookup(".pair-slot").tryQuery().isPresent());
    ListView<?> rows = robot.lookup("#pair-rows").queryAs(ListView.class);
    robot.clickOn(rows).type(KeyCode.HOME).type(KeyCode.UP).type(KeyCode.HOME);
    awaitText(robot, "#pairs-selected", text -> text.startsWith("Image "));
    int hub = Integer.parseInt(lastNumber(text(robot, "#pairs-selected")));

    choose(robot, "#pairs-veto", 1);
    awaitText(robot, "#pairs-selected", text -> text.endsWith("judged different kind"));
    robot.clickOn("#pairs-undo");
    awaitText(robot, "#pairs-selected", text -> text.startsWith("Took back"));
    choose(robot, "#pairs-veto", 1);
    await("three lines", 10, () -> verdictLines().size() == 3);
    assertThat(verdictLines().get(2)).contains("image " + hub).contains("\"different\"");

    exportAndReread(robot, hub);

    openTab(robot, "Numbers");
    await("the button", 10, () -> robot.lookup("#numbers-use").tryQuery().isPresent());
    robot.clickOn("#numbers-use");
    await("the form", 10, () -> workbench.shell().place() == Place.BYOL);
    launchSmall(robot);
    RunRow byol = awaitByol();
    ByolStage asked = (ByolStage) byol.stage().orElseThrow();
    assertThat(asked.neighbors()).isEqualTo(near.id());
    assertThat(asked.positives().k()).isEqualTo(K);
    assertThat(asked.positives().verdicts()).isTrue();
    requireUnused(byol.folder(), hub);
  }

  private static String lastNumber(String words) {
    Matcher neighbor = Pattern.compile("neighbor, (\\d+)").matcher(words);
    assertThat(neighbor.find()).as(words).isTrue();
    return neighbor.group(1);
  }

  private void exportAndReread(WindowRobot robot, int hub) throws Exception {
    Path file = folder.resolve("pairs.npz");
    choosers.choose(file);
    choose(robot, "#pairs-export", 1);
    await("the file", 20, () -> Files.exists(file));
    Map<String, NamedArray> arrays = Npz.read(file);
    int[] images = arrays.get("image").toInts();
    int[] neighbors = arrays.get("neighbor").toInts();
    int[] said = arrays.get("verdict").toInts();
    assertThat(images).hasSize(TRAINED * K);
    assertThat(arrays.get("distance").isFinite()).isTrue();
    for (int i = 0; i < images.length; i++) {
      boolean withHub = images[i] == hub || neighbors[i] == hub;
      assertThat(said[i])
          .as("pair of %d and %d", images[i], neighbors[i])
          .isEqualTo(withHub ? 1 : -1);
    }
    assertThat(item(robot, "#pairs-export", "Judged pairs").isDisable()).isFalse();
  }

  private static void launchSmall(WindowRobot robot) throws Exception {
    await("the form", 10, () -> robot.lookup("#byol-training-epochs").tryQuery().isPresent());
    robot.clickOn("#byol-training-epochs").press(KeyCode.CONTROL).type(KeyCode.A);
    robot.release(KeyCode.CONTROL).type(KeyCode.DELETE).write("4");
    robot.clickOn("#byol-launch");
  }

  private RunRow awaitByol() throws Exception {
    await(
        "the training is done",
        PATIENCE,
        () ->
            workbench.session().board().runs().stream()
                .anyMatch(
                    row ->
                        row.stage().orElse(null) instanceof ByolStage
                            && row.standing() == Standing.DONE));
    return onWindowThread(
        () ->
            workbench.session().board().runs().stream()
                .filter(row -> row.stage().orElse(null) instanceof ByolStage)
                .findFirst()
                .orElseThrow());
  }

  /** Neither as an image's positive nor with one: only the hub itself is left without any. */
  private static void requireUnused(RunFolder run, int hub) throws Exception {
    List<String> epochs = Files.readAllLines(Artifacts.of(run, Artifacts.POSITIVES));
    assertThat(epochs).hasSize(4);
    int seen = 0;
    for (String epoch : epochs) {
      var line = Json.read(epoch, com.fasterxml.jackson.databind.JsonNode.class, "positives");
      assertThat(line.path("coverage").asDouble()).isEqualTo((TRAINED - 1.0) / IMAGES);
      for (var pair : line.path("pairs")) {
        seen++;
        assertThat(IntStream.range(0, 2).map(i -> pair.path(i).asInt())).doesNotContain(hub);
      }
    }
    assertThat(seen).as("pairs that were looked at").isGreaterThan(20);
    assertThat(Artifacts.of(run, Artifacts.VERDICTS)).exists();
  }
}
