package kindred.gui.core;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;

/**
 * Text in a table that may be cut where there is no room, and is whole while the mouse rests on it.
 *
 * @param <S> what a row is about
 */
public class TextCell<S> extends TableCell<S, String> {
  public TextCell() {
    // A row that is laid out before its cells have their styles moves their text to the top, and
    // there it would stay; what is set here it leaves alone.
    setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(String text, boolean empty) {
    super.updateItem(text, empty);
    setText(empty ? null : text);
    Tips.set(this, empty ? null : text);
  }
}
