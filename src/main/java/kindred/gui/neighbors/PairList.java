package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kindred.gui.core.RunRow;
import kindred.gui.picture.Pictures;

/**
 * Any number of images with their neighbors, a row each, of which only those in sight exist. Arrow
 * keys move from pair to pair; Enter or a double click opens one.
 */
final class PairList {
  private static final double SCROLL_BAR = 20;

  private final ListView<Integer> view = new ListView<>();
  private final List<PairCell> cells = new ArrayList<>();
  private final PairsModel model;
  private final Zoom zoom;
  private final IntConsumer open;
  private RowLayout layout;
  private PairQuery answered;
  private boolean names;

  /**
   * @param open told of a pair to be seen large
   */
  PairList(PairsModel model, Zoom zoom, IntConsumer open) {
    this.model = model;
    this.zoom = zoom;
    this.open = open;
    view.setId("pair-rows");
    view.getStyleClass().add("pair-list");
    view.setAccessibleText("Pairs; arrow keys move, S, D and U judge, Enter opens");
    view.widthProperty().addListener((property, before, now) -> layOut());
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    zoom.stepProperty().addListener((property, before, now) -> layOut());
    model.foundProperty().addListener((property, before, now) -> showFound());
    model.otherProperty().addListener((property, before, now) -> showOther());
    model
        .judgments()
        .changesProperty()
        .addListener((property, before, now) -> cells.forEach(PairCell::renew));
    selection()
        .changesProperty()
        .addListener((property, before, now) -> cells.forEach(PairCell::choose));
  }

  ListView<Integer> view() {
    return view;
  }

  /** Writes the class below each picture, or not. */
  void showNames(boolean show) {
    names = show;
    layOut();
  }

  private void showOther() {
    layOut();
    cells.forEach(PairCell::renew);
  }

  private void showFound() {
    Found found = model.foundProperty().get();
    if (found == null) {
      view.setItems(FXCollections.observableArrayList());
      return;
    }
    boolean sameQuestion = model.queryProperty().get().equals(answered);
    answered = model.queryProperty().get();
    int top = sameQuestion ? firstRow() : 0;
    view.setItems(FXCollections.observableList(found.images()));
    layOut();
    view.scrollTo(Math.max(0, Math.min(top, found.images().size() - 1)));
  }

  /** Makes other cells if rows are to look different; the row that was on top stays there. */
  private void layOut() {
    Found found = model.foundProperty().get();
    if (found == null || view.getWidth() <= 0) {
      return;
    }
    RowLayout now =
        RowLayout.fitting(
            view.getWidth() - SCROLL_BAR,
            zoom.side(),
            names,
            Math.max(1, found.most()),
            model.othersMost());
    if (!now.equals(layout)) {
      int top = firstRow();
      layout = now;
      cells.clear();
      view.setFixedCellSize(now.rowHeight());
      view.setCellFactory(
          list -> {
            PairCell cell = new PairCell(this, now);
            cells.add(cell);
            return cell;
          });
      if (top > 0 && top < view.getItems().size()) {
        view.scrollTo(top);
      }
    }
  }

  private VirtualFlow<?> flow() {
    return (VirtualFlow<?>) view.lookup(".virtual-flow");
  }

  private int firstRow() {
    VirtualFlow<?> flow = flow();
    return flow == null || flow.getFirstVisibleCell() == null
        ? 0
        : flow.getFirstVisibleCell().getIndex();
  }

  Pictures pictures() {
    return model.pictures();
  }

  ShownRow row(int image) {
    return model.row(image);
  }

  /** The run whose neighbors stand below the others; empty without one. */
  String otherName() {
    RunRow other = model.otherRunProperty().get();
    return other == null ? "" : "with " + other.name();
  }

  /** Whether there is such an image; a cell may still hold one of the run before. */
  boolean has(int image) {
    Found found = model.foundProperty().get();
    return found != null && found.place(image) >= 0;
  }

  PairSelection selection() {
    return model.selection();
  }

  /** A pair was pressed with the mouse. */
  void pressed(ShownPair pair, MouseEvent event) {
    if (pair.pair() < 0) {
      return; // of the other run
    }
    view.requestFocus();
    boolean context = event.getButton() == MouseButton.SECONDARY;
    if (event.isShortcutDown()) {
      selection().toggle(pair.pair());
    } else if (!context || !selection().contains(pair.pair())) {
      selection().choose(pair.pair());
    }
    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
      open.accept(pair.pair());
    }
  }

  /** An image at the head of its row was pressed: all its pairs are selected. */
  void pressed(int image) {
    view.requestFocus();
    selection().chooseImage(image);
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown()) {
      return;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == javafx.scene.input.KeyCode.A) {
        selection().chooseAll();
        event.consume();
      }
      return;
    }
    switch (event.getCode()) {
      case LEFT -> selection().moveInRow(-1);
      case RIGHT -> selection().moveInRow(1);
      case UP -> selection().moveByRows(-1);
      case DOWN -> selection().moveByRows(1);
      case PAGE_UP -> selection().moveByRows(-rowsInSight());
      case PAGE_DOWN -> selection().moveByRows(rowsInSight());
      case HOME -> selection().moveByRows(-Integer.MAX_VALUE / 2);
      case END -> selection().moveByRows(Integer.MAX_VALUE / 2);
      case ESCAPE -> selection().clear();
      case ENTER -> {
        if (selection().lead() != PairSelection.NONE) {
          open.accept(selection().lead());
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
    bringIntoSight();
  }

  private int rowsInSight() {
    return layout == null ? 1 : (int) Math.max(1, view.getHeight() / layout.rowHeight());
  }

  /** Scrolls no more than is needed to see the pair that the keyboard is at. */
  void bringIntoSight() {
    int lead = selection().lead();
    VirtualFlow<?> flow = flow();
    if (lead != PairSelection.NONE && flow != null) {
      Found found = model.foundProperty().get();
      flow.scrollTo(found.place(found.imageOf(lead)));
    }
  }

  /** Puts an image's row on top, if it has one. */
  boolean goTo(int image) {
    Found found = model.foundProperty().get();
    int row = found == null ? -1 : found.place(image);
    if (row >= 0) {
      view.scrollTo(row);
    }
    return row >= 0;
  }
}
