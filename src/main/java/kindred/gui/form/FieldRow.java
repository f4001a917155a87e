package kindred.gui.form;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.Choosers;
import kindred.gui.core.Tips;

/** One setting: its label, its editor, its unit, and below what is wrong with it, if anything. */
final class FieldRow extends VBox {
  private static final double LABEL_WIDTH = 104;
  private static final int WIDE = 18;

  FieldRow(Field field, Node editor, Choosers choosers) {
    getStyleClass().add("form-row");
    Label label = new Label(field.label());
    label.getStyleClass().add("form-label");
    label.setLabelFor(editor);
    help(field, label, editor);
    if (editor instanceof CheckBox) {
      getChildren().add(editor);
    } else if (isWide(field)) {
      getChildren().addAll(label, editor);
    } else {
      label.setMinWidth(LABEL_WIDTH);
      label.setMaxWidth(LABEL_WIDTH);
      HBox.setHgrow(editor, Priority.ALWAYS);
      Label unit = new Label(field.setting().says().unit());
      unit.getStyleClass().add("quiet");
      unit.setManaged(!unit.getText().isEmpty());
      unit.setMinWidth(USE_PREF_SIZE);
      HBox line = new HBox(8, label, editor, unit);
      line.getStyleClass().add("form-line");
      if (field.setting().says().takes().file()) {
        line.getChildren().set(2, Editors.fileButton(field, choosers));
      }
      getChildren().add(line);
    }
    Label problem = new Label();
    problem.getStyleClass().addAll("problem", "small", "form-problem");
    problem.textProperty().bind(field.problemProperty());
    problem.visibleProperty().bind(Bindings.isNotEmpty(field.problemProperty()));
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().add(problem);
    visibleProperty().bind(field.appliesProperty());
    managedProperty().bind(visibleProperty());
  }

  private static boolean isWide(Field field) {
    return field.choices().size() > 1
        && field.choices().size() <= Editors.SEGMENTS
        && field.choices().stream().mapToInt(choice -> field.nameOf(choice).length()).sum() > WIDE;
  }

  private static void help(Field field, Label label, Node editor) {
    String help = field.setting().says().help();
    String option = field.setting().says().option();
    String unit = field.setting().says().unit();
    editor.setAccessibleText(unit.isEmpty() ? field.label() : field.label() + ", " + unit);
    String tip = help + (option.startsWith("--") ? "\n" + option : "");
    Tips.set(label, tip);
    Tips.set(editor, tip);
  }
}
