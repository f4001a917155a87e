package kindred.gui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The keys of the window, in a table. */
final class Shortcuts {
  /** One row. */
  private record Row(String keys, String meaning) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("F1", "The guide, at the section of where one is"),
          new Row("Ctrl+K", "Do or find anything by name"),
          new Row("Ctrl+1 … Ctrl+9", "Go to the place of that number in the rail"),
          new Row("Ctrl+Enter", "Launch what the form says"),
          new Row("S, D, U", "Pairs: judge same kind, different kind, unsure"),
          new Row("Space, Z", "Pairs: skip one, take back the last verdict"),
          new Row("Ctrl+plus, Ctrl+minus", "Pairs: larger and smaller images"),
          new Row("Ctrl+Shift+L", "Light or dark"),
          new Row("F5", "Look at the workspace again"),
          new Row("Arrows, +, −, F, L", "On a map: move, closer, farther, all of it, draw around"),
          new Row("?", "These shortcuts"),
          new Row("Tab, Shift+Tab", "Next and previous control, in reading order"),
          new Row("Esc", "Close what lies on top"));

  private Shortcuts() {}

  static GridPane table() {
    GridPane table = new GridPane();
    table.setHgap(24);
    table.setVgap(8);
    table.setPadding(new Insets(16));
    for (int i = 0; i < ROWS.size(); i++) {
      Label keys = new Label(ROWS.get(i).keys());
      keys.getStyleClass().add("strong");
      table.addRow(i, keys, new Label(ROWS.get(i).meaning()));
    }
    return table;
  }
}
