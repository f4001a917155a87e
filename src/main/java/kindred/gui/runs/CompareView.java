package kindred.gui.runs;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import kindred.gui.core.RunColors;
import kindred.gui.core.RunRow;
import kindred.gui.core.Theme;
import kindred.gui.core.Turns;
import kindred.gui.core.Words;
import kindred.gui.runs.Comparison.Line;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several runs side by side: what they measured, what they were asked, and their charts. */
final class CompareView {
  private final Function<List<RunRow>, Node> charts;
  private final BorderPane view = new BorderPane();
  private final Theme theme;
  private final TableView<Line> table = new TableView<>();
  private final CheckBox all = new CheckBox("Also settings on which all agree");
  private final Label title = new Label();
  private final Button back = new Button("All runs", new FontIcon("fth-arrow-left"));
  private Comparison comparison = Comparison.of(List.of());

  /**
   * @param charts makes the charts of some runs laid over each other, or gives null
   * @param leave goes back to the table
   */
  CompareView(Theme theme, Function<List<RunRow>, Node> charts, Runnable leave) {
    this.theme = theme;
    this.charts = charts;
    back.setId("compare-back");
    back.setOnAction(event -> leave.run());
    title.getStyleClass().add("strong");
    all.setId("compare-all");
    all.setOnAction(event -> fill());
    HBox top = new HBox(16, back, title, all);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("runs-tools");
    view.setTop(top);
    table.setId("compare-table");
    table.setAccessibleText("Runs side by side");
    table.setRowFactory(any -> new MarkedRow());
    Label same = new Label("They were asked the same, and nothing is measured yet.");
    same.getStyleClass().add("quiet");
    table.setPlaceholder(same);
  }

  /** Shows some runs, at least two. */
  void show(List<RunEntry> runs) {
    comparison = Comparison.of(runs);
    title.setText(Words.count(runs.size(), "run", "runs") + " side by side");
    table.getColumns().clear();
    TableColumn<Line, String> name =
        Columns.text("", 160, line -> new SimpleStringProperty(name(line)));
    name.setSortable(false);
    table.getColumns().add(name);
    for (int i = 0; i < runs.size(); i++) {
      int column = i;
      RunEntry run = runs.get(i);
      TableColumn<Line, String> values =
          Columns.text(
              run.name(), 200, line -> new SimpleStringProperty(line.values().get(column)));
      values.setSortable(false);
      if (run.measuredAlong()) {
        values.setGraphic(RunColors.dot(run.id(), theme));
      }
      table.getColumns().add(values);
    }
    fill();
    Node drawn = charts.apply(runs.stream().map(RunEntry::row).toList());
    if (drawn == null) {
      view.setCenter(table);
    } else {
      StackPane below = new StackPane();
      Turns.later(below, drawn, () -> below.getChildren().add(drawn));
      below.setPadding(new Insets(8, 0, 0, 0));
      SplitPane split = new SplitPane(table, below);
      split.setOrientation(Orientation.VERTICAL);
      split.setDividerPositions(0.5);
      view.setCenter(split);
    }
  }

  private static String name(Line line) {
    String mark = line.figure() ? "" : line.differs() ? "≠ " : "   ";
    return mark + Words.capital(line.name());
  }

  private void fill() {
    List<Line> lines =
        all.isSelected()
            ? comparison.lines()
            : comparison.lines().stream().filter(l -> l.differs() || l.figure()).toList();
    table.getItems().setAll(lines);
  }

  Comparison comparison() {
    return comparison;
  }

  Node view() {
    return view;
  }

  void focus() {
    back.requestFocus();
  }

  private static final class MarkedRow extends TableRow<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().remove("differs");
      if (line != null && !empty && !line.figure() && line.differs()) {
        getStyleClass().add("differs");
      }
    }
  }
}
