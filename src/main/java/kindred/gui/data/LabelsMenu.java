package kindred.gui.data;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import kindred.gui.core.Choosers;
import kindred.gui.core.Tips;

/** What becomes the classes of images that are imported. */
final class LabelsMenu extends MenuButton {
  private final ImportModel model;

  /**
   * @param several whether more than one data set will be made, whose labels no one file has
   */
  LabelsMenu(ImportModel model, Choosers choosers, ObservableBooleanValue several) {
    this.model = model;
    setId("import-labels");
    setMaxWidth(Double.MAX_VALUE);
    Tips.set(
        this,
        "What becomes the images' classes. Folders that mean something else, such as dates or"
            + " places, are better left out.");
    MenuItem found = new MenuItem("By folder, or as the data set has them");
    found.setOnAction(event -> choose(null, false));
    MenuItem file = new MenuItem("By a file…");
    file.disableProperty().bind(several);
    file.setOnAction(
        event ->
            choosers
                .file(
                    "Choose a file of labels",
                    "CSV, IDX or numpy file of labels",
                    "*.csv",
                    "*ubyte*",
                    "*.gz",
                    "*.npy")
                .ifPresent(chosen -> choose(chosen, false)));
    MenuItem none = new MenuItem("No labels");
    none.setOnAction(event -> choose(null, true));
    getItems().setAll(found, file, none);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                this::chosen, model.labelsProperty(), model.unlabeledProperty()));
  }

  private void choose(Path file, boolean none) {
    model.labelsProperty().set(file);
    model.unlabeledProperty().set(none);
  }

  private String chosen() {
    Path file = model.labelsProperty().get();
    return file != null
        ? file.getFileName().toString()
        : model.unlabeledProperty().get() ? "No labels" : "By folder";
  }
}
