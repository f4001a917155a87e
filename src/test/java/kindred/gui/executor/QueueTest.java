package kindred.gui.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Experiment;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.RunRow;
import kindred.run.JobQueue;
import kindred.run.Jobs;
import kindred.run.RunFolder;
import kindred.run.Standing;
import kindred.run.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue as it is pulled about by hand. Nothing in it begins: the first rests, two need it. */
class QueueTest extends WindowCase {
  private RunFolder first;
  private RunFolder second;
  private RunFolder third;

  @BeforeEach
  void letThreeRunsWait(WindowRobot robot) throws Exception {
    Workspace workspace = workbench.session().workspace();
    Jobs jobs = workbench.session().jobs();
    first = workspace.create(Experiment.sample().stages().values().iterator().next());
    jobs.pause(first, true);
    new JobQueue(workspace).add(new JobQueue.Job(first.id(), "cpu", "window", 0));
    second = jobs.launch(new EvaluateStage(first.id(), null, null, 3, null, 2, null));
    third = jobs.launch(new EvaluateStage(first.id(), null, null, 4, null, 2, null));
    await("three that wait", 10, () -> says("#bar-queue", "Queue 3"));
    robot.clickOn("#bar-queue");
    await("them in a list", 10, () -> order().size() == 3);
  }

  private static boolean says(String id, String text) {
    return stage().getScene().lookup(id) instanceof Labeled labeled
        && labeled.getText().equals(text);
  }

  /** The list is in a window of its own, over the other. */
  @SuppressWarnings("unchecked")
  private static ListView<RunRow> list() {
    return Window.getWindows().stream()
        .map(window -> (ListView<RunRow>) window.getScene().lookup("#queue-list"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<String> order() {
    return list() == null ? List.of() : list().getItems().stream().map(RunRow::id).toList();
  }

  private static ListCell<?> cell(String run) {
    return list().lookupAll(".list-cell").stream()
        .map(node -> (ListCell<?>) node)
        .filter(cell -> cell.getItem() instanceof RunRow row && row.id().equals(run))
        .findFirst()
        .orElseThrow();
  }

  private void awaitOrder(RunFolder... runs) throws Exception {
    List<String> ids = List.of(runs).stream().map(RunFolder::id).toList();
    await("the order " + ids, 10, () -> order().equals(ids));
    assertThat(workbench.session().jobs().order()).isEqualTo(ids);
  }

  private static DragEvent drag(EventType<DragEvent> type, Node over, Object dragged) {
    return new DragEvent(
        over, over, type, null, 1, 1, 1, 1, TransferMode.MOVE, dragged, over, null);
  }

  @Test
  void runIsDraggedToAnotherPlace() throws Exception {
    awaitOrder(first, second, third);
    onWindowThread(
        () -> {
          DragEvent drop = drag(DragEvent.DRAG_DROPPED, cell(first.id()), cell(third.id()));
          Event.fireEvent(cell(first.id()), drop);
          return null;
        });
    awaitOrder(third, first, second);
  }

  @Test
  void whatComesFromElsewhereIsNotTaken() throws Exception {
    onWindowThread(
        () -> {
          DragEvent drop = drag(DragEvent.DRAG_DROPPED, cell(first.id()), stage());
          Event.fireEvent(cell(first.id()), drop);
          return null;
        });
    awaitOrder(first, second, third);
  }

  @Test
  void whatWasTakenOutIsPutBackWhereAndAsItStood(WindowRobot robot) throws Exception {
    takeOut(second);
    awaitOrder(first, third);
    robot.clickOn("#queue-undo");
    awaitOrder(first, second, third);

    takeOut(first);
    awaitOrder(second, third);
    robot.clickOn("#queue-undo");
    awaitOrder(first, second, third);
    await("its rest", 10, () -> Standing.of(first) == Standing.PAUSED);
  }

  private static void takeOut(RunFolder run) throws Exception {
    onWindowThread(
        () -> {
          list().getSelectionModel().select((RunRow) cell(run.id()).getItem());
          Event.fireEvent(
              list(),
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
          return null;
        });
  }

  @Test
  void escapeClosesTheQueue(WindowRobot robot) throws Exception {
    robot.type(KeyCode.ESCAPE);
    await("no list", 5, () -> list() == null);
    robot.clickOn("#bar-queue");
    await("the list again", 5, () -> order().size() == 3);
  }
}
