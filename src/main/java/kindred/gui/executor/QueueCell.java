package kindred.gui.executor;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.RunRow;
import kindred.gui.core.Standings;
import kindred.run.Standing;
import org.kordamp.ikonli.javafx.FontIcon;

/** A run that waits: dragged to another place, or moved and removed by buttons. */
final class QueueCell extends ListCell<RunRow> {
  private final ExecutorModel model;
  private final FontIcon mark = new FontIcon("fth-clock");
  private final Label name = new Label();
  private final Label why = new Label();
  private final Button first;
  private final Button up;
  private final Button down;
  private final Button remove;
  private final Button resume;
  private final HBox content;

  QueueCell(ExecutorModel model) {
    this.model = model;
    first = IconButtons.of("fth-chevrons-up", "First", () -> model.move(getItem(), 0));
    up = IconButtons.of("fth-chevron-up", "Earlier", () -> model.move(getItem(), getIndex() - 1));
    down = IconButtons.of("fth-chevron-down", "Later", () -> model.move(getItem(), getIndex() + 1));
    remove = IconButtons.of("fth-x", "Remove", () -> model.takeOut(getItem()));
    resume = IconButtons.of("fth-play", "Resume", () -> model.resume(getItem()));
    resume.managedProperty().bind(resume.visibleProperty());
    why.getStyleClass().addAll("quiet", "small");
    VBox text = new VBox(name, why);
    text.setMinWidth(0);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    content = new HBox(8, mark, text, resume, first, up, down, remove);
    content.setAlignment(Pos.CENTER_LEFT);
    content.setPrefWidth(0);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnDragDetected(
        event -> {
          if (getItem() != null) {
            Dragboard dragged = startDragAndDrop(TransferMode.MOVE);
            ClipboardContent id = new ClipboardContent();
            id.putString(getItem().id());
            dragged.setContent(id);
            event.consume();
          }
        });
    setOnDragOver(
        event -> {
          if (event.getGestureSource() instanceof QueueCell && event.getGestureSource() != this) {
            event.acceptTransferModes(TransferMode.MOVE);
          }
        });
    setOnDragDropped(
        event -> {
          if (event.getGestureSource() instanceof QueueCell cell && getItem() != null) {
            model.move(cell.getItem(), getIndex());
            event.setDropCompleted(true);
          }
        });
  }

  @Override
  protected void updateItem(RunRow run, boolean empty) {
    super.updateItem(run, empty);
    setGraphic(run == null ? null : content);
    if (run == null) {
      setAccessibleText(null);
      return;
    }
    mark.setIconLiteral(Standings.icon(run.standing()));
    mark.getStyleClass().setAll("ikonli-font-icon", Standings.style(run.standing()));
    name.setText(run.name());
    why.setText(model.obstacle(run).orElse(getIndex() == 0 ? "next" : "waits its turn"));
    setAccessibleText(run.name() + ", " + why.getText());
    resume.setVisible(run.standing() == Standing.PAUSED);
    up.setDisable(getIndex() == 0);
    first.setDisable(getIndex() == 0);
    down.setDisable(getIndex() == model.waiting().size() - 1);
    IconButtons.say(first, "Put " + run.name() + " first");
    IconButtons.say(up, "Move " + run.name() + " up (Alt+Up)");
    IconButtons.say(down, "Move " + run.name() + " down (Alt+Down)");
    IconButtons.say(remove, "Take " + run.name() + " out of the queue (Delete)");
    IconButtons.say(resume, "Go on with " + run.name());
  }
}
