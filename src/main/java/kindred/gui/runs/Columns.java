package kindred.gui.runs;

import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import kindred.gui.core.TextCell;
import kindred.gui.core.Tips;

/** Columns of tables: how they show a value and how they sort it. */
final class Columns {
  private Columns() {}

  /** Text as it is; the whole of it when the mouse rests on it, as it may be cut. */
  static <S> TableColumn<S, String> text(
      String title, double width, Function<S, ObservableValue<String>> value) {
    TableColumn<S, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setComparator(missingLast(column));
    column.setCellFactory(any -> new TextCell<>());
    return column;
  }

  /** A value in words or digits, right-aligned; what is missing comes last in either order. */
  static <S, T extends Comparable<T>> TableColumn<S, T> figure(
      String title,
      double width,
      Function<S, ObservableValue<T>> value,
      Function<T, String> words) {
    return figure(title, width, value, words, (row, item) -> "");
  }

  /**
   * A value likewise.
   *
   * @param meaning more about the value of a row, said when the mouse rests on it; empty for
   *     nothing
   */
  static <S, T extends Comparable<T>> TableColumn<S, T> figure(
      String title,
      double width,
      Function<S, ObservableValue<T>> value,
      Function<T, String> words,
      BiFunction<S, T, String> meaning) {
    TableColumn<S, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setComparator(missingLast(column));
    column.getStyleClass().add("figure");
    column.setCellFactory(
        any ->
            new TableCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                boolean known = !empty && item != null;
                setAlignment(Pos.CENTER_RIGHT);
                setText(known ? words.apply(item) : null);
                S row = getTableRow() == null ? null : getTableRow().getItem();
                Tips.set(this, known && row != null ? meaning.apply(row, item) : "");
              }
            });
    return column;
  }

  /** A picture. */
  static <S, T> TableColumn<S, T> mark(
      double width, Function<S, ObservableValue<T>> value, Function<T, Node> picture) {
    TableColumn<S, T> column = new TableColumn<>();
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    column.setResizable(false);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setCellFactory(
        any ->
            new TableCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                if (item != null && item.equals(getItem()) && !empty && getGraphic() != null) {
                  super.updateItem(item, false);
                  return;
                }
                super.updateItem(item, empty);
                setAlignment(Pos.CENTER);
                setGraphic(empty || item == null ? null : picture.apply(item));
              }
            });
    return column;
  }

  private static <T extends Comparable<T>> Comparator<T> missingLast(TableColumn<?, T> column) {
    return (a, b) -> {
      if (a != null && b != null) {
        return a.compareTo(b);
      }
      int order = (a == null ? 1 : 0) - (b == null ? 1 : 0);
      return column.getSortType() == TableColumn.SortType.DESCENDING ? -order : order;
    };
  }
}
