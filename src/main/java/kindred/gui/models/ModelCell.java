package kindred.gui.models;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import kindred.gui.core.RunRow;
import kindred.gui.core.Words;

/** A model in the list: its name, and how long it was trained. */
final class ModelCell extends ListCell<RunRow> {
  private final Label name = new Label();
  private final Label more = new Label();
  private final VBox both = new VBox(2, name, more);

  ModelCell() {
    more.getStyleClass().addAll("quiet", "small");
    setPrefWidth(0); // as wide as the list; what is longer is cut with dots
  }

  @Override
  protected void updateItem(RunRow run, boolean empty) {
    super.updateItem(run, empty);
    if (empty || run == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(run.name());
    more.setText(run.id() + " · trained for " + Words.duration(run.now().state().seconds()));
    setAccessibleText(run.name());
    setGraphic(both);
  }
}
