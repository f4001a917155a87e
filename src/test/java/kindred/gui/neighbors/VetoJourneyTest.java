package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.ByolStage;
import kindred.experiment.Json;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.Artifacts;
import kindred.run.RunFolder;
import kindred.run.Standing;
import org.junit.jupiter.api.Test;

/** What was said of pairs is exported, and heeded by a training that they are handed on to. */
class VetoJourneyTest extends PairsCase {
  private static final long PATIENCE = 180;

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
      assertThat(line.path("coverage").asDouble()).isEqualTo((TRAINED - 1.0) / TRAINED);
      for (var pair : line.path("pairs")) {
        seen++;
        assertThat(IntStream.range(0, 2).map(i -> pair.path(i).asInt())).doesNotContain(hub);
      }
    }
    assertThat(seen).as("pairs that were looked at").isGreaterThan(20);
    assertThat(Artifacts.of(run, Artifacts.VERDICTS)).exists();
  }
}
