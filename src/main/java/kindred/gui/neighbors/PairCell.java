package kindred.gui.neighbors;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/** A row of the list; its tree of nodes never changes. */
final class PairCell extends ListCell<Integer> {
  private final PairList list;
  private final PairRow row;

  PairCell(PairList list, RowLayout layout) {
    this.list = list;
    this.row = new PairRow(layout, list::pressed, list::pressed);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(row);
    row.setVisible(false);
    setPrefWidth(0); // as wide as the list
  }

  @Override
  protected void updateItem(Integer image, boolean empty) {
    super.updateItem(image, empty);
    row.setVisible(!empty && image != null);
    if (row.isVisible()) {
      fill();
    } else {
      setAccessibleText(null);
    }
  }

  private void fill() {
    row.show(list.pictures(), list.row(getItem()), list.otherName(), list.selection()::contains);
    setAccessibleText(row.words());
  }

  /** Shows what changed of the same image. */
  void renew() {
    if (row.isVisible() && getItem() != null && list.has(getItem())) {
      fill();
    }
  }

  /** Marks what is selected now. */
  void choose() {
    row.choose(list.selection()::contains);
  }
}
