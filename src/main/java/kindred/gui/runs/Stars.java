package kindred.gui.runs;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
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
    star.setAccessibleText(run.name() + " is a favorite");
    star.setOnAction(event -> model.note(run, notes -> notes.withFavorite(star.isSelected())));
    InvalidationListener update = change -> star.setSelected(run.notes().favorite());
    star.getProperties().put("follows", update); // the run does not keep it, the button does
    run.factsProperty().addListener(new WeakInvalidationListener(update));
    return star;
  }
}
