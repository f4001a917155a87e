package kindred.gui.neighbors;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.EmptyState;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Tips;
import kindred.gui.results.SightView;
import org.kordamp.ikonli.javafx.FontIcon;

/** Images with their neighbors in rows: sorted, filtered, compared with another run's, judged. */
final class PairRowsView extends SightView {
  private static final String EMPTY =
      "Each image beside its nearest others. Find neighbors in a latent space to see them here.";
  private static final String NONE = "No comparison";

  private final PairsModel model;
  private final Zoom zoom;
  private final PairList list;
  private final PairActions actions;
  private final StackPane middle = new StackPane();
  private final BorderPane content = new BorderPane();
  private final Slider size = new Slider();

  /**
   * @param open shows a pair large
   */
  PairRowsView(Session session, PairsModel model, IntConsumer open) {
    super("Pairs", "fth-share-2", EMPTY);
    this.model = model;
    this.zoom = new Zoom(session.remembered());
    this.list = new PairList(model, zoom, open);
    this.actions = new PairActions(model, new PairExports(session, model).menu());
    PairFilterBar filters = new PairFilterBar(model);
    content.setTop(new VBox(toolbar(filters.result()), filters.view()));
    middle.getChildren().add(list.view());
    content.setCenter(middle);
    content.setBottom(actions.view());
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.view().addEventHandler(KeyEvent.KEY_PRESSED, this::atRows);
    model.browsedProperty().addListener((property, before, now) -> reveal());
    model.nothingProperty().addListener((property, before, now) -> reveal());
    model.foundProperty().addListener((property, before, now) -> showNothingLeft());
    reveal();
  }

  private FlowPane toolbar(Node result) {
    ToggleButton names = new ToggleButton("Names");
    names.setId("pairs-names");
    names.setMinWidth(Region.USE_PREF_SIZE);
    Tips.set(names, "Write the class below each image");
    names.selectedProperty().addListener((property, before, now) -> list.showNames(now));
    FlowPane bar = new FlowPane(8, 8, orders(), again(), compare(), result, names, sizes());
    bar.getStyleClass().add("results-bar");
    return bar;
  }

  private ComboBox<PairOrder> orders() {
    ComboBox<PairOrder> orders = new ComboBox<>();
    orders.setId("pairs-order");
    orders.setAccessibleText("Order of the pairs");
    Tips.set(orders, "Order of the pairs");
    orders.setCellFactory(view -> new OrderCell());
    orders.setButtonCell(new OrderCell());
    Runnable offer =
        () -> {
          boolean comparing = model.otherRunProperty().get() != null;
          List<PairOrder> all =
              List.of(PairOrder.values()).stream()
                  .filter(order -> order != PairOrder.RUNS || comparing)
                  .toList();
          if (!all.equals(orders.getItems())) {
            orders.setItems(FXCollections.observableArrayList(all));
          }
          orders.setValue(model.queryProperty().get().order());
        };
    model.queryProperty().addListener((property, before, now) -> offer.run());
    model.otherRunProperty().addListener((property, before, now) -> offer.run());
    offer.run();
    orders.setOnAction(
        event -> {
          PairQuery query = model.queryProperty().get();
          if (orders.getValue() != null && orders.getValue() != query.order()) {
            model.queryProperty().set(query.with(orders.getValue()));
          }
        });
    return orders;
  }

  /** An order in the list of them, explained on hover. */
  private static final class OrderCell extends ListCell<PairOrder> {
    @Override
    protected void updateItem(PairOrder order, boolean empty) {
      super.updateItem(order, empty);
      setText(empty || order == null ? null : order.title());
      Tips.set(this, empty || order == null ? null : order.help());
    }
  }

  private Button again() {
    Button again = new Button(null, new FontIcon("fth-refresh-cw"));
    Tips.set(again, "Another random order");
    again.setAccessibleText("Another random order");
    again.getStyleClass().addAll("button-icon", "flat");
    again
        .visibleProperty()
        .bind(model.queryProperty().map(query -> query.order() == PairOrder.RANDOM));
    again.managedProperty().bind(again.visibleProperty());
    again.setOnAction(
        event -> {
          PairQuery query = model.queryProperty().get();
          model.queryProperty().set(query.withSeed(query.seed() + 1));
        });
    return again;
  }

  /** Which run this one is compared with; not there without another one of the same images. */
  private ComboBox<RunRow> compare() {
    ComboBox<RunRow> box = new ComboBox<>();
    box.setId("pairs-compare");
    box.setAccessibleText("Run to compare with");
    Tips.set(box, "Show another run's neighbors below");
    box.setPrefWidth(148);
    box.setMinWidth(96);
    box.setCellFactory(view -> new RunNameCell());
    box.setButtonCell(new RunNameCell());
    Runnable offer =
        () -> {
          box.getItems().setAll(model.comparable());
          box.getItems().add(0, null);
          box.setValue(model.otherRunProperty().get());
          box.setVisible(!model.comparable().isEmpty());
          box.setManaged(box.isVisible());
        };
    model.comparable().addListener((ListChangeListener<RunRow>) change -> offer.run());
    model.otherRunProperty().addListener((property, before, now) -> box.setValue(now));
    box.setOnAction(event -> model.otherRunProperty().set(box.getValue()));
    offer.run();
    return box;
  }

  /** A run by its name, none as a way to end the comparison. */
  private static final class RunNameCell extends ListCell<RunRow> {
    @Override
    protected void updateItem(RunRow run, boolean empty) {
      super.updateItem(run, empty);
      setText(empty ? null : run == null ? NONE : "With " + run.name());
    }
  }

  private HBox sizes() {
    size.setId("pairs-size");
    size.setAccessibleText("Size of the images; Ctrl+plus, Ctrl+minus");
    Tips.set(size, "Size of the images (Ctrl + and Ctrl −)");
    size.setPrefWidth(96);
    size.setMinWidth(64);
    size.setMajorTickUnit(1);
    size.setMinorTickCount(0);
    size.setSnapToTicks(true);
    size.setBlockIncrement(1);
    size.valueProperty()
        .addListener(
            (property, before, now) ->
                zoom.stepProperty().set((int) Math.round(now.doubleValue())));
    zoom.stepsProperty()
        .addListener((property, before, now) -> size.setMax(Math.max(1, now.intValue() - 1)));
    zoom.stepProperty().addListener((property, before, now) -> size.setValue(now.intValue()));
    HBox sizes = new HBox(4, new FontIcon("fth-zoom-in"), size);
    sizes.setAlignment(Pos.CENTER_LEFT);
    return sizes;
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()
        && (event.getCode() == KeyCode.PLUS
            || event.getCode() == KeyCode.EQUALS
            || event.getCode() == KeyCode.ADD)) {
      zoom.larger();
      event.consume();
    } else if (event.isShortcutDown()
        && (event.getCode() == KeyCode.MINUS || event.getCode() == KeyCode.SUBTRACT)) {
      zoom.smaller();
      event.consume();
    }
  }

  private void atRows(KeyEvent event) {
    if (actions.pressed(event)) {
      list.bringIntoSight();
      event.consume();
    }
  }

  private void reveal() {
    Browsed browsed = model.browsedProperty().get();
    if (browsed == null) {
      String why = model.nothingProperty().get();
      sight.say(why.isEmpty() ? EMPTY : why);
    } else {
      zoom.fit(browsed.images());
      sight.reveal();
    }
  }

  /** Which filter left nothing, and the way out. */
  private void showNothingLeft() {
    Browsed browsed = model.browsedProperty().get();
    middle.getChildren().removeIf(EmptyState.class::isInstance);
    PairQuery query = model.queryProperty().get();
    Found found = model.foundProperty().get();
    boolean nothing = browsed != null && found != null && found.size() == 0 && query.filters();
    list.view().setVisible(!nothing);
    if (nothing) {
      middle
          .getChildren()
          .add(
              new EmptyState(
                  "fth-filter",
                  FilterWords.nothingLeft(query.filter(), browsed),
                  "Show all pairs",
                  model::reset));
    }
  }

  /** Shows an image with its neighbors on top, whatever is filtered. */
  void open(int image) {
    bringToFront();
    if (!list.goTo(image)) {
      model.reset();
      whenFound(() -> list.goTo(image));
    }
    list.view().requestFocus();
  }

  private void whenFound(Runnable then) {
    model
        .foundProperty()
        .addListener(
            new javafx.beans.value.ChangeListener<>() {
              @Override
              public void changed(
                  javafx.beans.value.ObservableValue<? extends Found> property,
                  Found before,
                  Found now) {
                property.removeListener(this);
                javafx.application.Platform.runLater(then);
              }
            });
  }

  @Override
  protected Node content() {
    return content;
  }

  @Override
  public void show(RunRow run) {
    model.show(run);
  }
}
