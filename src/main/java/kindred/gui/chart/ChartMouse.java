package kindred.gui.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import kindred.metrics.Span;

/**
 * Mouse and keys on a chart: dragging draws the box to zoom into, dragging with Shift or another
 * button moves, the wheel zooms along x, a double click shows everything again.
 */
final class ChartMouse {
  private static final double WHEEL = 0.004;
  private static final double KEY_ZOOM = 0.7;
  private static final double KEY_MOVE = 0.15;
  private static final double SMALLEST_BOX = 6;
  private static final double FLAT_BOX = 14;

  private final ChartModel model;
  private final Supplier<Rectangle2D> area;
  private final Rectangle box;
  private final Consumer<Point2D> hover;
  private Point2D begin;
  private Span beginX;
  private Span beginY;

  /**
   * @param surface what takes mouse and keys
   * @param area of the data in the surface, or null while there is none
   * @param box is shown while one is drawn
   * @param hover told where the mouse is, or null once it left
   */
  ChartMouse(
      ChartModel model,
      Node surface,
      Supplier<Rectangle2D> area,
      Rectangle box,
      Consumer<Point2D> hover) {
    this.model = model;
    this.area = area;
    this.box = box;
    this.hover = hover;
    box.setVisible(false);
    surface.setOnMouseEntered(event -> model.hold());
    surface.setOnMouseExited(event -> left());
    surface.setOnMouseMoved(event -> hover.accept(at(event)));
    surface.setOnMousePressed(
        event -> {
          surface.requestFocus();
          pressed(event);
        });
    surface.setOnMouseDragged(this::dragged);
    surface.setOnMouseReleased(this::released);
    surface.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            model.resetZoom();
          }
        });
    surface.setOnScroll(this::scrolled);
    surface.setOnKeyPressed(this::typed);
  }

  private static Point2D at(MouseEvent event) {
    return new Point2D(event.getX(), event.getY());
  }

  private void left() {
    hover.accept(null);
    if (begin == null) {
      model.letGo();
    }
  }

  private void pressed(MouseEvent event) {
    if (area.get() != null) {
      begin = at(event);
      beginX = model.drawingProperty().get().x();
      beginY = model.yZoomProperty().get();
      hover.accept(null);
    }
  }

  private static boolean moves(MouseEvent event) {
    return event.isShiftDown() || event.getButton() != MouseButton.PRIMARY;
  }

  private void dragged(MouseEvent event) {
    Rectangle2D data = area.get();
    if (begin == null || data == null || beginX == null) {
      return;
    }
    if (moves(event)) {
      double right = (begin.getX() - event.getX()) / data.getWidth();
      double up = (event.getY() - begin.getY()) / data.getHeight();
      model.zoom(beginX.moved(right), beginY == null ? null : beginY.moved(up));
      return;
    }
    double x = Math.max(data.getMinX(), Math.min(begin.getX(), event.getX()));
    double right = Math.min(data.getMaxX(), Math.max(begin.getX(), event.getX()));
    boolean flat = Math.abs(event.getY() - begin.getY()) < FLAT_BOX;
    double y =
        flat ? data.getMinY() : Math.max(data.getMinY(), Math.min(begin.getY(), event.getY()));
    double bottom =
        flat ? data.getMaxY() : Math.min(data.getMaxY(), Math.max(begin.getY(), event.getY()));
    box.setX(x);
    box.setY(y);
    box.setWidth(Math.max(0, right - x));
    box.setHeight(Math.max(0, bottom - y));
    box.setVisible(true);
  }

  private void released(MouseEvent event) {
    Rectangle2D data = area.get();
    Drawing drawing = model.drawingProperty().get();
    if (box.isVisible() && box.getWidth() >= SMALLEST_BOX && data != null && !drawing.isEmpty()) {
      Span x =
          new Span(
              drawing.x().at((box.getX() - data.getMinX()) / data.getWidth()),
              drawing.x().at((box.getX() + box.getWidth() - data.getMinX()) / data.getWidth()));
      boolean flat = box.getHeight() >= data.getHeight() - 1;
      double bottom = (data.getMaxY() - box.getY() - box.getHeight()) / data.getHeight();
      double top = (data.getMaxY() - box.getY()) / data.getHeight();
      model.zoom(x, flat ? null : new Span(drawing.y().at(bottom), drawing.y().at(top)));
    }
    box.setVisible(false);
    begin = null;
  }

  private void scrolled(ScrollEvent event) {
    Rectangle2D data = area.get();
    if (data != null && event.getDeltaY() != 0) {
      double share = (event.getX() - data.getMinX()) / data.getWidth();
      double factor = Math.exp(-WHEEL * event.getDeltaY());
      model.seenX().ifPresent(x -> model.zoomAround(factor, x.at(share)));
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> model.zoomMiddle(KEY_ZOOM);
      case MINUS, SUBTRACT -> model.zoomMiddle(1 / KEY_ZOOM);
      case LEFT -> model.pan(-KEY_MOVE);
      case RIGHT -> model.pan(KEY_MOVE);
      case DIGIT0, NUMPAD0, HOME, ESCAPE -> model.resetZoom();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
