package kindred.gui.studies;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import kindred.gui.core.Words;
import kindred.run.StudyMeasure;
import kindred.run.StudyResults;
import kindred.run.StudyTables;

/** The means of a study's variations with their intervals and differences, as high as its rows. */
final class StudyTable extends TableView<List<String>> {
  private static final double ROW = 32;
  private List<String> header = List.of();

  StudyTable() {
    setId("study-table");
    setAccessibleText("Means and intervals");
    setFixedCellSize(ROW);
    setSelectionModel(null);
  }

  /** Shows one measure, in percent. */
  void show(StudyResults results, StudyMeasure measure) {
    List<String> wanted = StudyTables.header(results);
    if (!wanted.equals(header)) {
      header = wanted;
      getColumns().clear();
      for (int i = 0; i < header.size(); i++) {
        getColumns().add(column(i));
      }
    }
    List<List<String>> rows = StudyTables.rows(results, measure);
    if (!rows.equals(getItems())) {
      getItems().setAll(rows);
    }
    double height = ROW * (rows.size() + 1) + 12;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private TableColumn<List<String>, String> column(int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(Words.capital(header.get(index)));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width(header.get(index)));
    column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().get(index)));
    if (index > 0) {
      column.getStyleClass().add("figure");
      column.setCellFactory(any -> new Figure());
    }
    return column;
  }

  private static double width(String heading) {
    return switch (heading) {
      case "variation" -> 184;
      case "95 % interval" -> 120;
      case "difference" -> 88;
      default -> 60;
    };
  }

  private static final class Figure extends TableCell<List<String>, String> {
    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setAlignment(Pos.CENTER_RIGHT);
      setText(empty ? null : text);
    }
  }
}
