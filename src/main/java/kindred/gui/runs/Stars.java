package kindred.gui.runs;

import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** The star of a favorite. */
final class Stars {
  private Stars() {}

  /** A button that gives a run a star and takes it away. */
  static ToggleButton button(RunEntry run, RunsModel model) {
    ToggleButton star = new ToggleButton(null, new FontIcon("fth-star"));
    star.getStyleClass().add("star");
    star.setFocusTraversable(false);
    star.setSelected(run.notes().favorite());
    star.setAccessibleText(run.row().name() + " is a favorite");
    star.setOnAction(event -> model.note(run, notes -> notes.withFavorite(star.isSelected())));
    run.notesProperty().addListener(new javafx.beans.WeakInvalidationListener(listener(star, run)));
    return star;
  }

  private static javafx.beans.InvalidationListener listener(ToggleButton star, RunEntry run) {
    javafx.beans.InvalidationListener update = change -> star.setSelected(run.notes().favorite());
    star.getProperties().put("follows", update); // kept as long as the button
    return update;
  }
}
