package kindred.gui.map;

import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import kindred.gui.core.Background;

/** What the mouse does on a map. */
final class MapMouse {
  private static final double FACTOR_OF_NOTCH = 1.25;
  private static final double NOTCH = 40;
  private static final double STEP = 2;
  private static final int LEAST_CORNERS = 3;

  private final MapPane pane;
  private final MapModel model;
  private final Background background;
  private final IntConsumer clicked;
  private final IntConsumer chosen;
  private Outline outline;
  private double lastX;
  private double lastY;

  MapMouse(
      MapPane pane,
      MapModel model,
      Background background,
      IntConsumer clicked,
      IntConsumer chosen) {
    this.pane = pane;
    this.model = model;
    this.background = background;
    this.clicked = clicked;
    this.chosen = chosen;
  }

  void listen() {
    pane.setOnMousePressed(this::pressed);
    pane.setOnMouseDragged(this::dragged);
    pane.setOnMouseReleased(this::released);
    pane.setOnMouseClicked(this::clicked);
    pane.setOnMouseMoved(event -> hover(event.getX(), event.getY()));
    pane.setOnMouseExited(event -> model.hoveredProperty().set(MapModel.NONE));
    pane.setOnScroll(this::scrolled);
    pane.setOnZoom(this::zoomed);
  }

  private void hover(double x, double y) {
    model.hoveredProperty().set(pane.imageAt(x, y));
  }

  private void pressed(MouseEvent event) {
    pane.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    if (event.getButton() == MouseButton.PRIMARY
        && (event.isShiftDown() || pane.lassoProperty().get())) {
      outline = new Outline();
      outline.add(pane.mapX(lastX), pane.mapY(lastY));
      pane.marks().beginOutline(lastX, lastY);
    }
  }

  private void dragged(MouseEvent event) {
    double right = Math.rint(event.getX() - lastX);
    double down = Math.rint(event.getY() - lastY);
    if (outline != null) {
      if (Math.hypot(right, down) >= STEP) {
        outline.add(pane.mapX(event.getX()), pane.mapY(event.getY()));
        pane.marks().drawOutline(event.getX(), event.getY());
        lastX = event.getX();
        lastY = event.getY();
      }
    } else if (right != 0 || down != 0) {
      pane.setCursor(Cursor.CLOSED_HAND);
      model.hoveredProperty().set(MapModel.NONE);
      pane.look(pane.cameraProperty().get().moved(right, down));
      lastX += right;
      lastY += down;
    }
  }

  private void released(MouseEvent event) {
    pane.setCursor(pane.lassoProperty().get() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    if (outline == null) {
      return;
    }
    Outline around = outline;
    outline = null;
    pane.marks().endOutline();
    if (around.corners() >= LEAST_CORNERS) {
      PointGrid grid = model.gridProperty().get();
      Shades shades = model.shadesProperty().get();
      boolean besides = event.isShortcutDown();
      background.run(
          () -> grid.inside(around, shades::seen),
          points -> {
            if (grid == model.gridProperty().get()) {
              model.selectPoints(points, besides);
            }
          });
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    int image = pane.imageAt(event.getX(), event.getY());
    if (event.getClickCount() == 2 && image == MapModel.NONE) {
      pane.fit();
    } else if (event.getClickCount() == 2) {
      chosen.accept(image);
    } else if (event.getClickCount() == 1) {
      clicked.accept(image);
    }
  }

  private void scrolled(ScrollEvent event) {
    double notches = event.getDeltaY() / NOTCH;
    zoom(Math.pow(FACTOR_OF_NOTCH, notches), event.getX(), event.getY());
    event.consume();
  }

  private void zoomed(ZoomEvent event) {
    zoom(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  private void zoom(double factor, double x, double y) {
    Camera now = pane.cameraProperty().get();
    pane.look(now.zoomed(factor, x, y, (int) pane.getWidth(), (int) pane.getHeight()));
    hover(x, y);
  }
}
