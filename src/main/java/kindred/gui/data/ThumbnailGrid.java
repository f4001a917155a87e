package kindred.gui.data;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import kindred.gui.data.ImageOrder.Row;

/**
 * Any number of images as thumbnails, of which only those in sight exist. Arrow keys move a mark
 * from image to image; Enter or a click opens one.
 */
final class ThumbnailGrid {
  static final double GAP = 4;
  private static final double SCROLL_BAR = 28;

  private final ListView<Row> list = new ListView<>();
  private final IntConsumer open;
  private Opened opened;
  private ImageOrder order;
  private double side = 64;
  private int columns;
  private int marked = -1; // a place in the order

  /**
   * @param open told the place in the order of an image to be shown large
   */
  ThumbnailGrid(IntConsumer open) {
    this.open = open;
    list.setId("thumbnails");
    list.getStyleClass().addAll("thumbnails", "quiet-list");
    list.setAccessibleText("Images; arrow keys move, Enter opens");
    list.widthProperty().addListener((property, before, now) -> layOut(false));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  ListView<Row> view() {
    return list;
  }

  /** Shows images from the first on. */
  void show(Opened data, ImageOrder images) {
    opened = data;
    order = images;
    marked = -1;
    layOut(true);
  }

  /** Sets the side of the thumbnails in pixels. */
  void side(double pixels) {
    side = pixels;
    layOut(true);
  }

  private void layOut(boolean anew) {
    if (opened == null || list.getWidth() <= 0) {
      return;
    }
    int fitting = (int) Math.max(1, (list.getWidth() - SCROLL_BAR) / (side + GAP));
    if (fitting != columns || anew) {
      columns = fitting;
      list.setCellFactory(view -> new ThumbnailCell(this, columns, side));
      list.setItems(FXCollections.observableList(order.rows(columns)));
    }
  }

  Opened opened() {
    return opened;
  }

  int image(int place) {
    return order.image(place);
  }

  boolean marked(int place) {
    return place == marked;
  }

  /** Shows an image large, and comes back to it. */
  void open(int place) {
    mark(place);
    open.accept(place);
  }

  /** Puts the mark on an image and brings it into sight. */
  void mark(int place) {
    marked = place;
    list.refresh();
    int row = rowOf(place);
    if (row >= 0) {
      bringIntoSight(row);
      list.setAccessibleText(
          "image " + order.image(place) + ", " + opened.className(order.image(place)));
    }
  }

  private void bringIntoSight(int row) {
    boolean there =
        list.lookupAll(".list-cell").stream()
            .filter(ThumbnailCell.class::isInstance)
            .map(ThumbnailCell.class::cast)
            .anyMatch(cell -> cell.getIndex() == row && inSight(cell));
    if (!there) {
      list.scrollTo(Math.max(0, row - 1));
    }
  }

  private boolean inSight(ThumbnailCell cell) {
    double top = cell.localToScene(0, 0).getY() - list.localToScene(0, 0).getY();
    return top >= 0 && top + cell.getHeight() <= list.getHeight();
  }

  private int rowOf(int place) {
    List<Row> rows = list.getItems();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.heading() && place >= row.from() && place < row.to()) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(KeyEvent event) {
    if (order == null || order.size() == 0) {
      return;
    }
    int last = order.size() - 1;
    int to =
        switch (event.getCode()) {
          case LEFT -> marked - 1;
          case RIGHT -> marked + 1;
          case UP -> marked - columns;
          case DOWN -> marked < 0 ? 0 : marked + columns;
          case HOME -> 0;
          case END -> last;
          case ENTER, SPACE -> {
            open(Math.max(0, marked));
            event.consume();
            yield -1;
          }
          default -> -1;
        };
    if (!event.isConsumed() && isMove(event)) {
      mark(Math.max(0, Math.min(last, to)));
      event.consume();
    }
  }

  private static boolean isMove(KeyEvent event) {
    return switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN, HOME, END -> !event.isShortcutDown();
      default -> false;
    };
  }
}
