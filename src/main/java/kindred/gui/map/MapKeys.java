package kindred.gui.map;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyEvent;

/** What keys do on a map that has the focus. */
final class MapKeys {
  private static final double ZOOM = 1.25;
  private static final double SHARE = 0.125;

  private final MapPane pane;
  private final MapModel model;
  private final IntConsumer chosen;

  MapKeys(MapPane pane, MapModel model, IntConsumer chosen) {
    this.pane = pane;
    this.model = model;
    this.chosen = chosen;
  }

  void listen() {
    pane.setOnKeyPressed(this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    double across = Math.rint(SHARE * pane.getWidth());
    double upward = Math.rint(SHARE * pane.getHeight());
    boolean taken = true;
    switch (event.getCode()) {
      case LEFT -> move(across, 0);
      case RIGHT -> move(-across, 0);
      case UP -> move(0, upward);
      case DOWN -> move(0, -upward);
      case PLUS, EQUALS, ADD -> zoom(ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM);
      case F, HOME -> pane.fit();
      case L -> pane.lassoProperty().set(!pane.lassoProperty().get());
      case ESCAPE -> model.escape();
      case ENTER -> choose();
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private void move(double right, double down) {
    pane.look(pane.cameraProperty().get().moved(right, down));
  }

  private void zoom(double factor) {
    double width = (int) pane.getWidth();
    double height = (int) pane.getHeight();
    pane.look(pane.cameraProperty().get().zoomed(factor, width / 2, height / 2, width, height));
  }

  private void choose() {
    int opened = model.openedProperty().get();
    int image = opened == MapModel.NONE ? model.hoveredProperty().get() : opened;
    if (image != MapModel.NONE) {
      chosen.accept(image);
    }
  }
}
