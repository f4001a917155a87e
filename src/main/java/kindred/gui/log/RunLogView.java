package kindred.gui.log;

import java.util.Comparator;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Standings;

/** All runs, newest first; of the chosen one what happened, what to try, and the end of its log. */
final class RunLogView extends HBox {
  private final RunLogModel model;
  private final ListView<RunRow> list;
  private final Label title = new Label("Choose a run to see its log.");
  private final Label what = new Label();
  private final Label advice = new Label();
  private final TextArea text = new TextArea();
  private final Button resume = new Button("Resume");
  private final Button open = new Button("Open its panel");
  private final Button copy = new Button("Copy log");
  private final InvalidationListener changed = observable -> model().refresh();

  /**
   * @param openRun shows a run's panel
   */
  RunLogView(Session session, RunLogModel model, Consumer<RunRow> openRun) {
    super(16);
    this.model = model;
    setId("run-logs");
    SortedList<RunRow> newestFirst =
        session.board().runs().sorted(Comparator.comparing(RunRow::created).reversed());
    list = new ListView<>(newestFirst);
    list.setId("run-logs-list");
    list.setMinWidth(280);
    list.setPrefWidth(320);
    list.setMaxWidth(320);
    list.setCellFactory(view -> new Cell());
    Label none = new Label("No run yet.");
    none.getStyleClass().add("quiet");
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> choose(before, now));
    title.getStyleClass().add("strong");
    for (Label label : new Label[] {what, advice}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    what.setId("run-log-what");
    advice.setId("run-log-advice");
    advice.getStyleClass().add("quiet");
    text.setEditable(false);
    text.setId("run-log-text");
    text.getStyleClass().add("log-text");
    text.setAccessibleText("The end of the run's log");
    VBox.setVgrow(text, Priority.ALWAYS);
    resume.setId("run-log-resume");
    resume.getStyleClass().add("accent");
    resume.setOnAction(event -> model.resume());
    open.setOnAction(event -> openRun.accept(model.runProperty().get()));
    copy.setOnAction(event -> MessagesView.copy(text.getText()));
    HBox buttons = new HBox(8, resume, open, copy);
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox right = new VBox(8, title, what, advice, buttons, text);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(list, right);
    model.explanationProperty().addListener((property, before, now) -> explain(now));
    model.textProperty().addListener((property, before, now) -> show(now));
    explain(null);
  }

  private RunLogModel model() {
    return model;
  }

  /** Chooses a run. */
  void choose(RunRow run) {
    list.getSelectionModel().select(run);
    list.scrollTo(run);
  }

  private void choose(RunRow before, RunRow now) {
    if (before != null) {
      before.snapshotProperty().removeListener(changed);
      before.eventProperty().removeListener(changed);
    }
    if (now != null) {
      now.snapshotProperty().addListener(changed);
      now.eventProperty().addListener(changed);
    }
    model.choose(now);
  }

  private void explain(Explanation explanation) {
    RunRow run = model.runProperty().get();
    boolean none = explanation == null || run == null;
    title.setText(none ? "Choose a run to see its log." : run.name());
    title.setGraphic(none ? null : Standings.mark(run.standing()));
    what.setText(none ? "" : explanation.what());
    advice.setText(none ? "" : explanation.advice());
    advice.setManaged(!advice.getText().isEmpty());
    resume.setDisable(none || !Explanation.resumable(run));
    open.setDisable(none || run.stage().isEmpty());
    copy.setDisable(none);
  }

  /** The end stays in sight. */
  private void show(String log) {
    if (!log.equals(text.getText())) {
      text.setText(log);
      text.positionCaret(log.length());
      text.setScrollTop(Double.MAX_VALUE);
    }
  }

  private static final class Cell extends ListCell<RunRow> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(RunRow run, boolean empty) {
      super.updateItem(run, empty);
      setText(run == null ? null : run.name());
      setGraphic(run == null ? null : Standings.mark(run.standing()));
    }
  }
}
