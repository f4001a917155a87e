package kindred.gui.core;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Sends a node what a mouse or a keyboard would, where a program uses the window in a person's
 * place: to measure it or to take pictures. For the application thread.
 */
public final class Gestures {
  private Gestures() {}

  /**
   * Moves, presses, drags or releases the mouse, or clicks with its first button.
   *
   * @param x of the place, in the node's coordinates
   * @param y of the place, in the node's coordinates
   * @param down whether the button is down meanwhile
   */
  public static void mouse(
      Node node, EventType<MouseEvent> type, double x, double y, boolean down) {
    // Events without a pick carry places of the scene.
    Point2D place = node.localToScene(x, y);
    boolean button = down || type != MouseEvent.MOUSE_MOVED;
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            place.getX(),
            place.getY(),
            place.getX(),
            place.getY(),
            button ? MouseButton.PRIMARY : MouseButton.NONE,
            type == MouseEvent.MOUSE_MOVED ? 0 : 1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            type == MouseEvent.MOUSE_CLICKED,
            null));
  }

  /**
   * Turns the wheel.
   *
   * @param x of the mouse, in the node's coordinates
   * @param y of the mouse, in the node's coordinates
   * @param pixels that it asks to scroll; up if positive
   */
  public static void wheel(Node node, double x, double y, double pixels) {
    Point2D place = node.localToScene(x, y);
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            place.getX(),
            place.getY(),
            place.getX(),
            place.getY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            pixels,
            0,
            pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  /** Types a key. */
  public static void type(Node node, KeyCode key) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
  }
}
