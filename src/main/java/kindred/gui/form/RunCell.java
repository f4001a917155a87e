package kindred.gui.form;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.ListCell;
import kindred.gui.core.RunRow;
import kindred.gui.core.Standings;

/** A run in a list: the mark of its state and its name. */
final class RunCell extends ListCell<RunRow> {
  private final ChangeListener<RunRow.Snapshot> changes = (property, before, now) -> mark();
  private RunRow shown;

  @Override
  protected void updateItem(RunRow run, boolean empty) {
    super.updateItem(run, empty);
    if (shown != null) {
      shown.snapshotProperty().removeListener(changes);
    }
    shown = empty ? null : run;
    if (shown == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    shown.snapshotProperty().addListener(changes);
    setText(shown.name());
    mark();
  }

  private void mark() {
    setGraphic(Standings.mark(shown.standing()));
  }
}
