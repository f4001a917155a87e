package kindred.gui.neighbors;

import javafx.geometry.Pos;
import javafx.scene.control.Label;

/**
 * Words at a fixed place of a row. What they say is seen at once: a list changes its cells while it
 * is being laid out, and a label that waited for the next layout could keep the words of the row
 * that the cell showed before.
 */
final class RowWords extends Label {
  RowWords() {
    setManaged(false);
    setAlignment(Pos.CENTER);
    getStyleClass().addAll("small", "pair-words");
  }

  /** Stands here from now on. */
  void stand(double x, double y, double width, double height) {
    resizeRelocate(x, y, width, height);
  }

  /** Says something else, with whatever graphic it has as that is now. */
  void say(String words) {
    setText(words);
    layout();
  }
}
