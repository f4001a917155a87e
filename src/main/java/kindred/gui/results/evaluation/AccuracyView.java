package kindred.gui.results.evaluation;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.Navigator;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.TextCell;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.results.SightView;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The accuracies of all encoders that were evaluated, to sort and compare. The evaluation in sight
 * is marked; choosing another shows that one.
 */
public final class AccuracyView extends SightView {
  private static final String EMPTY =
      "The accuracies of all evaluated encoders side by side. Evaluate one and it has its row"
          + " here.";

  private static final double ROW = 44;

  private final Navigator navigator;
  private final AccuracyModel model;
  private final TableView<AccuracyRow> table = new TableView<>();
  private RunRow shown;
  private boolean marked;

  /**
   * @param navigator follows the choice of another evaluation
   */
  public AccuracyView(Session session, Navigator navigator) {
    super("All accuracies", "fth-target", EMPTY);
    this.navigator = navigator;
    this.model = new AccuracyModel(session);
    SortedList<AccuracyRow> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    columns();
    model
        .rows()
        .addListener(
            (ListChangeListener<AccuracyRow>)
                change -> {
                  look();
                  table.refresh(); // cells do not see what was read of their row since
                });
    look();
  }

  @Override
  protected Node content() {
    Label how = new Label("Double-click a row, or press Enter, to see that evaluation.");
    how.getStyleClass().addAll("quiet", "small");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox content = new VBox(8, table, how);
    content.setPadding(new javafx.geometry.Insets(16, 0, 0, 0));
    return content;
  }

  private void columns() {
    table.setId("accuracies");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<AccuracyRow, AccuracyRow> encoder =
        names("Encoder", 240, AccuracyRow::encoder, NameCell::new);
    TableColumn<AccuracyRow, String> method = new TableColumn<>("Method");
    method.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().method()));
    method.setCellFactory(column -> new TextCell<>());
    method.setPrefWidth(128);
    TableColumn<AccuracyRow, AccuracyRow> tested =
        names("Tested on", 128, AccuracyRow::data, TestedCell::new);
    TableColumn<AccuracyRow, Double> knn = shares("k-NN", AccuracyRow::knn);
    TableColumn<AccuracyRow, Double> probe = shares("Probe", AccuracyRow::probe);
    table.getColumns().setAll(java.util.List.of(encoder, method, tested, knn, probe));
    table.getColumns().forEach(column -> column.setReorderable(false));
    probe.setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().setAll(java.util.List.of(probe));
    table.setRowFactory(view -> row());
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open(table.getSelectionModel().getSelectedItem());
          }
        });
  }

  /** A column that is sorted by a name, whose cells say more. */
  private static TableColumn<AccuracyRow, AccuracyRow> names(
      String title,
      double width,
      Function<AccuracyRow, String> name,
      Supplier<TableCell<AccuracyRow, AccuracyRow>> cell) {
    TableColumn<AccuracyRow, AccuracyRow> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setComparator(Comparator.comparing(name));
    column.setCellFactory(view -> cell.get());
    column.setMinWidth(96);
    column.setPrefWidth(width);
    return column;
  }

  private static TableColumn<AccuracyRow, Double> shares(
      String title, Function<AccuracyRow, Double> share) {
    TableColumn<AccuracyRow, Double> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(share.apply(row.getValue())));
    column.setCellFactory(view -> new ShareCell());
    column.setMinWidth(92); // of the interval
    column.setPrefWidth(96);
    column.getStyleClass().add("figure");
    return column;
  }

  private TableRow<AccuracyRow> row() {
    TableRow<AccuracyRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open(row.getItem());
          }
        });
    return row;
  }

  private void open(AccuracyRow row) {
    if (row != null) {
      navigator.openRun(row.run().id());
    }
  }

  private void look() {
    if (model.rows().isEmpty()) {
      sight.say(EMPTY);
    } else {
      sight.reveal();
      mark();
    }
  }

  /** Marks the run in sight as soon as it has a row; what the user marks later stays. */
  private void mark() {
    if (!marked) {
      model.rows().stream()
          .filter(row -> row.run() == shown)
          .findFirst()
          .ifPresent(
              row -> {
                marked = true;
                table.getSelectionModel().select(row);
              });
    }
  }

  /** An encoder's name, and a sign if it knew the test images. */
  private static final class NameCell extends TableCell<AccuracyRow, AccuracyRow> {
    private static final String SAW =
        ".\nThe encoder was trained on the test images too, without labels.";

    private final FontIcon seen = new FontIcon("fth-alert-triangle");

    NameCell() {
      seen.getStyleClass().add("standing-stopped");
    }

    @Override
    protected void updateItem(AccuracyRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : row.encoder());
      boolean sawTest =
          !empty
              && row != null
              && row.measuredProperty().get() != null
              && row.measuredProperty().get().encoderSawTestImages();
      setGraphic(sawTest ? seen : null);
      Tips.set(this, empty || row == null ? null : row.encoder() + (sawTest ? SAW : ""));
    }
  }

  /** Something, and more quietly below it what belongs to it. */
  private abstract static class TwoLines<T> extends TableCell<AccuracyRow, T> {
    private final Label above = new Label();
    private final Label below = new Label();
    private final VBox both = new VBox(above, below);

    TwoLines(Pos alignment) {
      below.getStyleClass().addAll("quiet", "small");
      both.setAlignment(alignment);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setAlignment(alignment);
    }

    /** Shows lines, of which the second may be empty; nothing if the first is null. */
    final void show(String first, String second, String tip) {
      above.setText(first);
      below.setText(second);
      below.setManaged(!second.isEmpty());
      Tips.set(this, tip);
      setText(first == null ? null : first + "  " + second); // to be read out
      setGraphic(first == null ? null : both);
    }
  }

  /** A data set, and how many of its images. */
  private static final class TestedCell extends TwoLines<AccuracyRow> {
    TestedCell() {
      super(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(AccuracyRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        show(null, "", null);
      } else {
        Integer count = row.testImages();
        String images = count == null ? "" : Words.count(count, "image", "images");
        show(row.data(), images, row.data());
      }
    }
  }

  /** An accuracy, and below it the interval that so few test images leave open. */
  private static final class ShareCell extends TwoLines<Double> {
    ShareCell() {
      super(Pos.CENTER_RIGHT);
      getStyleClass().add("number-cell");
    }

    @Override
    protected void updateItem(Double accuracy, boolean empty) {
      super.updateItem(accuracy, empty);
      AccuracyRow row = getTableRow() == null ? null : getTableRow().getItem();
      boolean known = !empty && accuracy != null;
      Integer images = row == null ? null : row.testImages();
      boolean bounded = known && images != null;
      show(
          known ? Words.percent(accuracy) : null,
          bounded ? Words.interval(accuracy, images) : "",
          bounded ? Words.aboutInterval(accuracy, images) : "");
    }
  }

  @Override
  public void show(RunRow run) {
    shown = run;
    marked = false;
    mark();
  }
}
