package kindred.gui.runs;

import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Names and values, one pair a line. */
final class FieldTable extends GridPane {
  FieldTable() {
    setHgap(16);
    setVgap(4);
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(42);
    ColumnConstraints values = new ColumnConstraints();
    values.setPercentWidth(58);
    getColumnConstraints().addAll(names, values);
  }

  /** Replaces what is shown. */
  void show(Map<String, String> fields) {
    getChildren().clear();
    int line = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      Label name = new Label(field.getKey());
      name.getStyleClass().add("quiet");
      Label value = new Label(field.getValue());
      for (Label label : new Label[] {name, value}) {
        label.setWrapText(true);
        GridPane.setValignment(label, VPos.TOP);
      }
      addRow(line++, name, value);
    }
  }
}
