package kindred.gui.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow.Snapshot;
import kindred.gui.core.Standings;
import kindred.gui.core.Theme;
import kindred.gui.core.Words;
import kindred.gui.runs.RunEntry.Facts;
import kindred.run.Standing;
import org.kordamp.ikonli.javafx.FontIcon;

/** All runs that the filter lets through, as a table that stays where it is when rows arrive. */
final class RunsTable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  /** Marks columns whose values are not there from the start and may change with no new state. */
  private static final Object READ_LATER = "read later";

  /** Height of a row, as runs.css has it. */
  private static final double ROW = 32;

  private static final double NAME = 196;
  private static final double DIFFERS = 110;
  private static final double DATE_WIDTH = 96;

  /** Not 80, which JavaFX takes for no width at all: it makes ten rows more only to find one. */
  private static final double WIDE_FIGURE = 82;

  private static final double FIGURE = 60;
  private static final double ONLINE = 92;

  /** Of all columns that are there from the start, with a scroll bar. */
  private static final double WIDTH = 1036;

  private final RunsModel model;
  private final TableView<RunEntry> table = new TableView<>();

  RunsTable(RunsModel model, Remembered remembered, Theme theme) {
    this.model = model;
    table.setId("runs-table");
    table.setAccessibleText("Runs");
    table.setFixedCellSize(ROW); // else a row is made and styled at once, only to be measured
    table.setItems(model.shown());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setTableMenuButtonVisible(true);
    Label none = new Label("No run fits the filter.");
    none.getStyleClass().add("quiet");
    table.setPlaceholder(none);
    // Before the first sort order: a table refuses to sort a list that it does not govern.
    model.shown().comparatorProperty().bind(table.comparatorProperty());
    addColumns(theme);
    model.shown().addListener(this::keepPlace);
    model.filterProperty().addListener((property, before, now) -> keepChoice(model::refilter));
    model.whenSettled(this::settle);
    table.getColumns().forEach(column -> remember(column, remembered));
  }

  private void addColumns(Theme theme) {
    TableColumn<RunEntry, Instant> date =
        Columns.figure("Date", DATE_WIDTH, RunEntry::createdProperty, DATE::format);
    date.setSortType(TableColumn.SortType.DESCENDING);
    TableColumn<RunEntry, String> name =
        Columns.text("Name", NAME, run -> new SimpleStringProperty(run.name()));
    name.setCellFactory(any -> new RunNameCell(theme));
    TableColumn<RunEntry, String> differs =
        Columns.text("Differs in", DIFFERS, RunEntry::differsProperty);
    TableColumn<RunEntry, String> stage =
        Columns.text("Stage", 128, run -> new SimpleStringProperty(run.title()));
    TableColumn<RunEntry, Double> best =
        share("Best online k-NN", ONLINE, Figures::bestOnlineKnn, RunsTable::aboutOnline);
    List<TableColumn<RunEntry, ?>> columns =
        List.of(
            standing(),
            star(),
            name,
            differs,
            measured("Loss", Figures::loss, Words::number),
            share("k-NN", FIGURE, Figures::knn, RunsTable::aboutTest),
            share("Probe", FIGURE, Figures::probe, RunsTable::aboutTest),
            share("Purity", FIGURE, Figures::purity, RunsTable::aboutPurity),
            measured("Best loss", Figures::bestLoss, Words::number),
            share("Online k-NN", ONLINE, Figures::onlineKnn, RunsTable::aboutOnline),
            best,
            Columns.figure(
                "Took",
                56,
                run ->
                    run.row()
                        .snapshotProperty()
                        .map(now -> now.state().seconds() == 0 ? null : now.state().seconds()),
                Words::duration),
            date,
            Columns.text("Tags", 76, run -> run.factsProperty().map(RunsTable::tags)),
            stage);
    stage.setVisible(false);
    best.setVisible(false);
    table.getColumns().setAll(columns);
    table
        .widthProperty()
        .addListener((property, before, width) -> spread(width.doubleValue(), name, differs));
    columns.stream()
        .filter(column -> column != name && column != date)
        .forEach(column -> column.setUserData(READ_LATER));
    columns.forEach(column -> column.setId("column-" + column.getText().replace(' ', '-')));
    table.getSortOrder().add(date);
  }

  /** What is wider than all columns need goes to those with the longest words. */
  private static void spread(double width, TableColumn<?, ?> name, TableColumn<?, ?> differs) {
    double room = Math.max(0, width - WIDTH);
    name.setPrefWidth(NAME + Math.floor(room / 2));
    differs.setPrefWidth(DIFFERS + Math.floor(room / 2));
  }

  private static String tags(Facts facts) {
    return String.join(", ", facts.notes().tags());
  }

  private static TableColumn<RunEntry, Double> measured(
      String title, Function<Figures, Double> value, Function<Double, String> words) {
    return Columns.figure(title, title.length() > 6 ? WIDE_FIGURE : FIGURE, of(value), words);
  }

  private static Function<RunEntry, ObservableValue<Double>> of(Function<Figures, Double> value) {
    return run -> run.factsProperty().map(facts -> value.apply(facts.figures()));
  }

  /** A share that says what it is of when the mouse rests on it. */
  private static TableColumn<RunEntry, Double> share(
      String title,
      double width,
      Function<Figures, Double> value,
      BiFunction<RunEntry, Double, String> about) {
    return Columns.figure(title, width, of(value), Words::percent, about);
  }

  /** With the interval, as few test images leave much open. */
  private static String aboutTest(RunEntry run, Double share) {
    Integer images = run.figures().testImages();
    return images == null
        ? Words.percent(share) + " of its test images"
        : Words.aboutInterval(share, images);
  }

  private static String aboutOnline(RunEntry run, Double share) {
    return Words.percent(share) + " of its own images, along the training";
  }

  private static String aboutPurity(RunEntry run, Double share) {
    return Words.percent(share)
        + (run.measuredAlong()
            ? " of the positives of its last epoch are of the image's class"
            : " of the nearest neighbors, one of each image, are of its class");
  }

  private static TableColumn<RunEntry, Standing> standing() {
    TableColumn<RunEntry, Standing> column =
        Columns.mark(
            36, run -> run.row().snapshotProperty().map(Snapshot::standing), Standings::mark);
    column.setText("State");
    column.setComparator(Standing::compareTo);
    titleAsIcon(column, "fth-activity");
    return column;
  }

  private TableColumn<RunEntry, RunEntry> star() {
    TableColumn<RunEntry, RunEntry> column =
        Columns.mark(36, SimpleObjectProperty::new, this::starOf);
    column.setText("Favorite");
    column.setComparator((a, b) -> Boolean.compare(b.notes().favorite(), a.notes().favorite()));
    titleAsIcon(column, "fth-star");
    return column;
  }

  /** In the header an icon, in the menu of columns the word. */
  private static void titleAsIcon(TableColumn<?, ?> column, String icon) {
    column.getStyleClass().add("icon-column");
    FontIcon graphic = new FontIcon(icon);
    graphic.setAccessibleText(column.getText());
    column.setGraphic(graphic);
  }

  private ToggleButton starOf(RunEntry run) {
    return Stars.button(run, model);
  }

  private void remember(TableColumn<RunEntry, ?> column, Remembered remembered) {
    String key = "runs." + column.getId();
    String usual = column.isVisible() ? "shown" : "hidden";
    column.setVisible(!"hidden".equals(remembered.text(key, usual)));
    column
        .visibleProperty()
        .addListener((p, before, shown) -> remembered.put(key, shown ? "shown" : "hidden"));
  }

  private void settle() {
    if (!model.filterProperty().get().equals(RunFilter.ALL)) {
      keepChoice(model::refilter);
    }
    if (table.getSortOrder().stream().anyMatch(column -> READ_LATER.equals(column.getUserData()))) {
      table.sort();
    }
  }

  /** Whoever is chosen stays so, unless the change takes it out of the table. */
  private void keepChoice(Runnable change) {
    List<RunEntry> chosen = selected();
    change.run();
    if (!selected().equals(chosen)) {
      table.getSelectionModel().clearSelection();
      chosen.stream().filter(table.getItems()::contains).forEach(table.getSelectionModel()::select);
    }
  }

  /** What was at the top stays there when rows come or go above it. */
  private void keepPlace(ListChangeListener.Change<? extends RunEntry> change) {
    boolean moved = false;
    while (change.next()) {
      moved |= change.wasAdded() || change.wasRemoved();
    }
    if (!moved || !(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    IndexedCell<?> first = flow.getFirstVisibleCell();
    if (first == null || first.getIndex() == 0 || !(first instanceof TableRow<?> row)) {
      return;
    }
    Object top = row.getItem();
    Platform.runLater(
        () -> {
          int now = table.getItems().indexOf(top);
          if (now >= 0) {
            table.scrollTo(now);
          }
        });
  }

  TableView<RunEntry> view() {
    return table;
  }

  /** A copy of what is chosen, in the table's order. */
  List<RunEntry> selected() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  void choose(RunEntry run) {
    table.getSelectionModel().clearSelection();
    table.getSelectionModel().select(run);
    table.scrollTo(run);
  }
}
