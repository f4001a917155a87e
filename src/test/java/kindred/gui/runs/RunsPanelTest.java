package kindred.gui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import kindred.gui.core.Tips;
import kindred.run.RunFolder;
import kindred.run.RunNotes;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import kindred.run.WrittenRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsPanelTest extends WindowCase {
  private Workspace workspace;

  @BeforeEach
  void writeRuns(WindowRobot robot) throws Exception {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    WrittenRuns.done(
        workspace,
        TinyWorkspace.autoEncoder(2),
        "{\"loss\":0.2}",
        WrittenRuns.epoch(1, 0.1, 0.5),
        WrittenRuns.epoch(2, 0.2, 0.4));
    WrittenRuns.failed(workspace, TinyWorkspace.autoEncoder(5), "the disk is full");
    WrittenRuns.done(workspace, stage("neighbors"), "{\"purity\":{\"1\":0.61}}");
    WrittenRuns.done(
        workspace, stage("evaluate"), "{\"knn\":0.75,\"probe\":0.64,\"testImages\":100}");
    WrittenRuns.done(workspace, stage("evaluate"), "{\"knn\":0.25,\"probe\":0.5}");
    onWindowThread(
        () -> {
          workbench.session().board().refresh();
          workbench.shell().open(Place.RUNS);
          return null;
        });
    await("five runs with figures", 10, () -> items().size() == 5 && figuresAreRead());
  }

  private static Stage stage(String kind) {
    return WrittenRuns.stage("{\"stage\":\"" + kind + "\",\"source\":\"ae-1\"}");
  }

  @SuppressWarnings("unchecked")
  private TableView<RunEntry> table() {
    return (TableView<RunEntry>) stage().getScene().lookup("#runs-table");
  }

  private List<String> items() {
    return table() == null ? List.of() : table().getItems().stream().map(RunEntry::id).toList();
  }

  private boolean figuresAreRead() {
    return table().getItems().stream().anyMatch(run -> run.figures().bestLoss() != null);
  }

  private RunEntry entry(String id) {
    return table().getItems().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
  }

  private void choose(String... ids) throws Exception {
    onWindowThread(
        () -> {
          table().getSelectionModel().clearSelection();
          for (String id : ids) {
            table().getSelectionModel().select(entry(id));
          }
          table().requestFocus();
          return null;
        });
  }

  private List<String> sorted(String column, TableColumn.SortType type) throws Exception {
    return onWindowThread(
        () -> {
          TableColumn<RunEntry, ?> by =
              table().getColumns().stream()
                  .filter(one -> one.getText().equals(column))
                  .findFirst()
                  .orElseThrow();
          by.setSortType(type);
          table().getSortOrder().setAll(List.<TableColumn<RunEntry, ?>>of(by));
          return items();
        });
  }

  @Test
  void wordsStatesAndStarsFilterTheTable(WindowRobot robot) throws Exception {
    assertThat(onWindowThread(this::items))
        .as("newest first")
        .containsExactly("evaluate-5", "evaluate-4", "neighbors-euclidean-3", "ae-2", "ae-1");
    robot.clickOn("#runs-filter").write("nonsense");
    await("by words", 5, () -> items().isEmpty());
    robot.eraseText("nonsense".length()).write("ae 5 failed");
    await("all words anywhere", 5, () -> items().equals(List.of("ae-2")));
    await("the count", 5, () -> robot.text("#runs-count").equals("1 of 5 runs"));
    robot.eraseText("ae 5 failed".length());
    robot.clickOn("#chip-Neighbors");
    await("by stage", 5, () -> items().equals(List.of("neighbors-euclidean-3")));
  }

  @Test
  void whatIsMissingIsLastInBothOrders() throws Exception {
    for (String run : List.of("evaluate-4", "evaluate-5")) {
      await("figures of " + run, 5, () -> entry(run).figures().knn() != null);
    }
    await("figures of ae-1", 5, () -> entry("ae-1").figures().onlineKnn() != null);
    await("purity", 5, () -> entry("neighbors-euclidean-3").figures().purity() != null);
    assertThat(sorted("Probe", TableColumn.SortType.ASCENDING).subList(0, 2))
        .containsExactlyInAnyOrder("evaluate-4", "evaluate-5");
    assertThat(sorted("k-NN", TableColumn.SortType.DESCENDING))
        .startsWith("evaluate-4", "evaluate-5");
    assertThat(sorted("k-NN", TableColumn.SortType.ASCENDING))
        .startsWith("evaluate-5", "evaluate-4");
    for (TableColumn.SortType type : TableColumn.SortType.values()) {
      assertThat(sorted("Online k-NN", type)).startsWith("ae-1");
    }
    assertThat(onWindowThread(() -> entry("ae-1").figures().bestLoss())).isEqualTo(0.1);
    assertThat(onWindowThread(() -> entry("ae-1").figures().loss())).isEqualTo(0.2);
    assertThat(onWindowThread(() -> entry("neighbors-euclidean-3").figures().purity()))
        .isEqualTo(0.61);
  }

  /** statsmodels' proportion_confint(64, 100, method="wilson") is 0.5424 to 0.7273. */
  @Test
  void accuracyTellsWhatItsTestImagesLeaveOpen() throws Exception {
    await("the interval", 5, () -> hint("64.0 %").contains("95 % interval 54.2–72.7 %"));
    assertThat(onWindowThread(() -> hint("64.0 %"))).startsWith("64.0 % of 100 test images");
    await(
        "what it is of a training",
        5,
        () -> hint("40.0 %").equals("40.0 % of its own images, along the training"));
  }

  private String hint(String shown) {
    return table().lookupAll(".table-cell").stream()
        .map(TableCell.class::cast)
        .filter(cell -> shown.equals(cell.getText()))
        .map(Tips::of)
        .findFirst()
        .orElse("");
  }

  /** They join the window at the next pulse after a run was chosen. */
  private static void awaitDetails(WindowRobot robot) throws Exception {
    await("the run's details", 5, () -> robot.visible("#run-tags") && robot.visible("#run-note"));
  }

  @Test
  void starTagsAndNoteSurviveTheWindow(WindowRobot robot) throws Exception {
    choose("ae-1");
    awaitDetails(robot);
    robot.clickOn("#run-tags").write("paper, try again").type(KeyCode.ENTER);
    robot.clickOn("#run-note").write("the good one");
    robot.clickOn(".run-details .star");
    RunNotes wanted = new RunNotes(true, List.of("paper", "try again"), "the good one");
    await("the note in its file", 5, () -> RunNotes.of(workspace.run("ae-1")).equals(wanted));
    robot.clickOn("#runs-favorites");
    await("favorites alone", 5, () -> items().equals(List.of("ae-1")));

    closeWorkbench();
    openWorkbench();
    await("all runs again", 10, () -> items().size() == 5);
    await("the star", 5, () -> entry("ae-1").notes().equals(wanted));
    choose("ae-1");
    awaitDetails(robot);
    await(
        "the note in the editor",
        5,
        () ->
            robot.text("#run-note").equals("the good one")
                && robot.text("#run-tags").equals("paper, try again"));
  }

  @Test
  void comparisonMarksWhatDiffers(WindowRobot robot) throws Exception {
    choose("ae-1", "ae-2");
    robot.clickOn("#runs-compare");
    TableView<Comparison.Line> lines = robot.lookup("#compare-table").queryTableView();
    await("what differs", 10, () -> !differing(lines).isEmpty());
    List<Comparison.Line> differing = onWindowThread(() -> differing(lines));
    assertThat(differing).extracting(Comparison.Line::name).containsExactly("epochs");
    assertThat(differing.get(0).values()).containsExactlyInAnyOrder("2", "5");
    assertThat(
            onWindowThread(() -> lines.getItems().stream().anyMatch(l -> l.name().equals("batch"))))
        .isFalse();
    robot.clickOn("#compare-all");
    await(
        "all of them", 10, () -> lines.getItems().stream().anyMatch(l -> l.name().equals("batch")));
    robot.clickOn("#compare-back");
    await("the table", 5, () -> items().size() == 5);
  }

  @Test
  void wordsStandInTheMiddleOfTheirRowsInEveryComparison(WindowRobot robot) throws Exception {
    for (int time = 0; time < 2; time++) {
      choose("ae-1", "ae-2");
      robot.clickOn("#runs-compare");
      await("the comparison", 10, () -> !placesOfWords().isEmpty());
      assertThat(onWindowThread(RunsPanelTest::placesOfWords)).containsOnly(VPos.CENTER);
      robot.clickOn("#compare-back");
      await("the table", 5, () -> items().size() == 5);
    }
  }

  private static Set<VPos> placesOfWords() {
    Node table = stage().getScene().lookup("#compare-table");
    return table == null
        ? Set.of()
        : table.lookupAll(".table-cell").stream()
            .map(TableCell.class::cast)
            .filter(cell -> cell.getText() != null)
            .map(cell -> cell.getAlignment().getVpos())
            .collect(Collectors.toSet());
  }

  private static List<Comparison.Line> differing(TableView<Comparison.Line> lines) {
    return lines.getItems().stream().filter(line -> !line.figure() && line.differs()).toList();
  }

  @Test
  void deletedRunsComeBackUntilTheyAreDeletedForGood(WindowRobot robot) throws Exception {
    choose("ae-1");
    robot.type(KeyCode.DELETE);
    await("a question", 5, () -> choosers.asked().contains("Delete 1 run?"));
    assertThat(onWindowThread(this::items)).as("turned away").contains("ae-1");

    choosers.answer("Delete");
    robot.type(KeyCode.DELETE);
    await("the run gone", 5, () -> !items().contains("ae-1"));
    assertThat(workspace.find("ae-1")).isEmpty();
    robot.clickOn("#runs-undo");
    await("the run back", 5, () -> items().contains("ae-1"));
    assertThat(workspace.find("ae-1")).isPresent();

    choose("evaluate-4", "evaluate-5");
    robot.type(KeyCode.DELETE);
    await("both gone without a question", 5, () -> items().size() == 3);
    robot.clickOn("#runs-bin");
    TableView<?> bin = robot.lookup("#bin-table").queryTableView();
    await("both in the bin", 5, () -> bin.getItems().size() == 2);
    onWindowThread(
        () -> {
          bin.getSelectionModel().selectAll();
          return null;
        });
    choosers.answer("Delete for good");
    robot.clickOn("#bin-delete");
    await("an empty bin", 5, () -> bin.getItems().isEmpty());
    assertThat(folder.resolve("workspace/bin/evaluate-4")).doesNotExist();
  }

  @Test
  void chosenRunsStayChosenWhenOthersArrive(WindowRobot robot) throws Exception {
    choose("ae-2", "evaluate-4");
    RunFolder fresh = WrittenRuns.done(workspace, TinyWorkspace.autoEncoder(3), "{\"loss\":0.3}");
    await("the new run", 5, () -> items().contains(fresh.id()));
    assertThat(
            onWindowThread(
                () ->
                    table().getSelectionModel().getSelectedItems().stream()
                        .map(RunEntry::id)
                        .toList()))
        .containsExactlyInAnyOrder("ae-2", "evaluate-4");
    await("the difference", 5, () -> entry("ae-2").differsProperty().get().equals("epochs 5"));
  }
}
