package kindred.gui.executor;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.RunRow;
import kindred.gui.core.Standings;
import kindred.gui.core.Theme;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;

/** The queue, to be reordered, and below it what failed or was lost, to be taken up again. */
final class QueueView extends VBox {
  private static final int TROUBLED = 3;
  private static final int ROW = 44;

  private final ExecutorModel model;
  private final Consumer<RunRow> explain;
  private final Label title = new Label();
  private final ListView<RunRow> list;
  private final VBox troubled = new VBox(4);

  /**
   * @param explain shows why a run failed
   */
  QueueView(ExecutorModel model, Consumer<RunRow> explain) {
    super(8);
    this.model = model;
    this.explain = explain;
    this.list = new ListView<>(model.waiting());
    getStyleClass().add("queue-view");
    getStylesheets().add(Theme.sheet("executor.css"));
    title.getStyleClass().add("strong");
    list.setId("queue-list");
    list.setCellFactory(view -> new QueueCell(model));
    list.setFixedCellSize(ROW);
    list.setPrefSize(480, 5.5 * ROW);
    Label empty =
        new Label(
            "Nothing waits. What you launch here lines up while another run of the window is at"
                + " work; those of a terminal are worked on beside it.");
    empty.setWrapText(true);
    empty.getStyleClass().add("quiet");
    list.setPlaceholder(empty);
    list.setOnKeyPressed(this::pressed);
    list.setAccessibleText("Runs that wait; Alt+Up and Alt+Down move the chosen one");
    getChildren().addAll(title, list, undo(), troubled);
    model.waiting().addListener((ListChangeListener<RunRow>) change -> show());
    model.troubled().addListener((ListChangeListener<RunRow>) change -> show());
    show();
  }

  private HBox undo() {
    Label what = new Label();
    what.setMinWidth(0);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    Button undo = new Button("Undo");
    undo.setId("queue-undo");
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(event -> model.putBack());
    HBox line = new HBox(8, what, undo);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMaxWidth(480);
    line.visibleProperty().bind(model.takenOutProperty().isNotNull());
    what.textProperty()
        .bind(model.takenOutProperty().map(taken -> taken.run().name() + " was taken out."));
    return line;
  }

  /** Reads everything anew, as why a run waits can change without the list. */
  void show() {
    title.setText(
        model.waiting().isEmpty()
            ? "Queue"
            : "Queue: " + Words.count(model.waiting().size(), "run waits", "runs wait"));
    list.refresh();
    troubled.getChildren().clear();
    model.troubled().stream().limit(TROUBLED).forEach(this::addTroubled);
  }

  private void addTroubled(RunRow run) {
    Label name = new Label(run.name() + ": " + run.standing());
    name.setGraphic(Standings.mark(run.standing()));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    String message = run.now().state().message();
    if (message != null) {
      Tips.set(name, message);
    }
    Button why = new Button("Why");
    why.setOnAction(event -> explain.accept(run));
    why.setAccessibleText("Why " + run.name() + " did not come to an end");
    Button resume = new Button("Resume");
    resume.setOnAction(event -> model.resume(run));
    resume.setAccessibleText("Resume " + run.name());
    why.setMinWidth(USE_PREF_SIZE);
    resume.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(8, name, why, resume);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMaxWidth(480);
    troubled.getChildren().add(line);
  }

  private void pressed(KeyEvent event) {
    int index = list.getSelectionModel().getSelectedIndex();
    RunRow run = list.getSelectionModel().getSelectedItem();
    if (run == null) {
      return;
    }
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      model.move(run, index - 1);
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      model.move(run, index + 1);
    } else if (event.getCode() == KeyCode.DELETE) {
      model.takeOut(run);
    } else {
      return;
    }
    event.consume();
  }
}
