package kindred.gui.runs;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Navigator;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.Pulses;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** All runs of the workspace: the table with the details of one, runs side by side, the bin. */
public final class RunsPanel implements Panel {
  private static final String DIVIDER = "runs.divider";
  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

  private final Navigator navigator;
  private final RunsModel model;
  private final RunActions actions;
  private final DetailsModel details;
  private final RunsTable table;
  private final FilterBar filter;
  private final Function<List<RunRow>, Node> charts;
  private final Button compareButton = new Button("Compare");
  private final StackPane view = new StackPane();
  private final SplitPane split = new SplitPane();
  private final Remembered remembered;
  private final Theme theme;
  private final VBox list;
  private final Node empty;
  private final Label deleted = new Label();
  private Node detailsView; // once a run is chosen
  private CompareView compare; // once asked for
  private BinView bin; // likewise

  /**
   * @param charts makes the charts of some runs laid over each other, or gives null where there are
   *     none
   */
  public RunsPanel(Session session, Navigator navigator, Function<List<RunRow>, Node> charts) {
    this.navigator = navigator;
    this.model = new RunsModel(session);
    this.actions = new RunActions(session);
    this.details = new DetailsModel(session);
    this.table = new RunsTable(model, session.remembered(), session.theme());
    this.filter = new FilterBar(model);
    this.charts = charts;
    this.empty =
        new EmptyState(
            Place.RUNS.icon(),
            "Nothing was run yet. Every stage you launch becomes a run, kept here with its"
                + " settings, figures and notes. It begins with a latent space.",
            "Learn a latent space",
            () -> navigator.open(Place.LATENT));
    this.remembered = session.remembered();
    this.theme = session.theme();
    StackPane rows = new StackPane(table.view());
    rows.setAlignment(Pos.TOP_CENTER);
    Pulses.unroll(table.view());
    split.getItems().setAll(rows);
    split.setId("runs-split");
    split.visibleProperty().bind(empty.visibleProperty().not());
    StackPane middle = new StackPane(split, empty);
    VBox.setVgrow(middle, Priority.ALWAYS);
    this.list = new VBox(8, tools(), middle, undoBar());
    view.getStyleClass().addAll("panel-body", "runs-panel");
    table.view().setContextMenu(menu());
    table
        .view()
        .setOnMouseClicked(
            click -> {
              if (click.getClickCount() == 2) {
                open();
              }
            });
    table
        .view()
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunEntry>) change -> chosen());
    table
        .view()
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                showDetails(true);
              }
              Platform.runLater(this::tell);
            });
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    empty.visibleProperty().bind(Bindings.isEmpty(model.all()));
    chosen();
    showList();
  }

  private Node tools() {
    compareButton.setId("runs-compare");
    compareButton.getStyleClass().add("accent");
    compareButton.setOnAction(event -> compare());
    Tips.set(compareButton, "Choose two runs or more, with Ctrl or Shift");
    compareButton.setMinWidth(Region.USE_PREF_SIZE);
    Button binButton = new Button("Bin", new FontIcon("fth-trash-2"));
    binButton.setId("runs-bin");
    binButton.setMinWidth(Region.USE_PREF_SIZE);
    binButton.setAccessibleText("Show the bin");
    Tips.set(binButton, "Show the bin");
    binButton.setOnAction(event -> showBin());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox tools = new HBox(8, filter.view(), space, binButton, compareButton);
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  private Node undoBar() {
    Button undo = new Button("Undo");
    undo.setId("runs-undo");
    undo.setOnAction(event -> actions.undo());
    Button close = new Button(null, new FontIcon("fth-x"));
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText("Hide this");
    close.setOnAction(event -> actions.forgetUndo());
    HBox bar = new HBox(16, new FontIcon("fth-trash-2"), deleted, undo, close);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("card", "undo-bar");
    Runnable update =
        () -> {
          List<String> ids = actions.undoableProperty().get();
          deleted.setText(
              ids.size() == 1
                  ? ids.get(0) + " was moved to the bin."
                  : Words.count(ids.size(), "run was", "runs were") + " moved to the bin.");
          bar.setVisible(!ids.isEmpty());
          bar.setManaged(!ids.isEmpty());
        };
    actions.undoableProperty().addListener((property, before, now) -> update.run());
    update.run();
    return bar;
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item("Open", this::open),
        item("Compare", this::compare),
        item("Use these settings again", this::again),
        item("Stop", () -> actions.stop(table.selected())),
        item("Resume", () -> actions.resume(table.selected())),
        item("Delete", () -> actions.delete(table.selected())));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || !view.getChildren().contains(list)) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE && !table.selected().isEmpty()) {
      actions.delete(table.selected());
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == table.view()) {
      open();
    } else if (UNDO.match(event)) {
      actions.undo();
    } else {
      return;
    }
    event.consume();
  }

  private RunEntry chosenRun() {
    return table.view().getSelectionModel().getSelectedItem();
  }

  /** Later, so that a choice that is given up and taken again in one go is none. */
  private void tell() {
    details.runProperty().set(chosenRun());
    showDetails(chosenRun() != null);
  }

  /** The table has all the width while nothing is chosen. */
  private void showDetails(boolean wanted) {
    if (wanted == split.getItems().contains(detailsView)) {
      return;
    }
    if (!wanted) {
      split.getItems().remove(detailsView);
      return;
    }
    if (detailsView == null) {
      detailsView = new DetailsView(model, details, actions, navigator, table::choose).view();
      SplitPane.setResizableWithParent(detailsView, false);
    }
    split.getItems().add(detailsView);
    split.setDividerPositions(remembered.number(DIVIDER, 0.66));
    split
        .getDividers()
        .get(0)
        .positionProperty()
        .addListener((p, before, now) -> remembered.put(DIVIDER, now.doubleValue()));
  }

  private void open() {
    if (chosenRun() != null) {
      navigator.openRun(chosenRun().id());
    }
  }

  private void again() {
    if (chosenRun() != null) {
      chosenRun().row().stage().ifPresent(navigator::fill);
    }
  }

  private void chosen() {
    int runs = table.selected().size();
    compareButton.setDisable(runs < 2);
    compareButton.setText(runs < 2 ? "Compare" : "Compare " + Words.count(runs));
  }

  private void compare() {
    List<RunEntry> runs = table.selected();
    if (runs.size() >= 2) {
      if (compare == null) {
        compare = new CompareView(theme, charts, this::showList);
      }
      compare.show(runs);
      view.getChildren().setAll(compare.view());
      compare.focus();
    }
  }

  private void showBin() {
    if (bin == null) {
      bin = new BinView(actions, this::showList);
    }
    bin.refresh();
    view.getChildren().setAll(bin.view());
  }

  private void showList() {
    view.getChildren().setAll(list);
  }

  @Override
  public Node view() {
    return view;
  }
}
