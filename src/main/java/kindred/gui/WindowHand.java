package kindred.gui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import kindred.gui.core.Gestures;

/**
 * What a program does with the window in a user's place, to bring it into a state that is worth a
 * picture. What it acts on is found by a selector in any window that is open. For threads other
 * than the application thread; every method returns when it has happened.
 */
final class WindowHand {
  /** A place in a node, as shares of its width and height. */
  record At(double x, double y) {}

  /** Presses a button. */
  void press(String selector) throws InterruptedException {
    on(selector, node -> ((ButtonBase) node).fire());
  }

  /** Presses the button below a node that says these words. */
  void press(String selector, String words) throws InterruptedException {
    on(
        selector,
        node ->
            node.lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button says " + words))
                .fire());
  }

  /** Writes into a field in place of what is there. */
  void write(String selector, String text) throws InterruptedException {
    on(selector, node -> ((TextInputControl) node).setText(text));
  }

  /** Takes the first choice of a list of them that fits; whether there was one. */
  boolean choose(String selector, Predicate<Object> fits) throws InterruptedException {
    return WatchedApp.onWindowThread(() -> chooseNow((ComboBox<?>) find(selector), fits));
  }

  private static <T> boolean chooseNow(ComboBox<T> box, Predicate<Object> fits) {
    for (T choice : box.getItems()) { // one of them may be null
      if (fits.test(choice)) {
        box.setValue(choice);
        return true;
      }
    }
    return false;
  }

  /** Selects rows of a table or a list, and no others. */
  void select(String selector, int... rows) throws InterruptedException {
    on(
        selector,
        node -> {
          IntConsumer take =
              node instanceof TableView<?> table
                  ? table.getSelectionModel()::select
                  : ((ListView<?>) node).getSelectionModel()::select;
          if (node instanceof TableView<?> table) {
            table.getSelectionModel().clearSelection();
          }
          for (int row : rows) {
            take.accept(row);
          }
        });
  }

  /** Types a key at what is found. */
  void type(String selector, KeyCode key) throws InterruptedException {
    on(selector, node -> Gestures.type(node, key));
  }

  /** Clicks somewhere in what is found. */
  void click(String selector, At at) throws InterruptedException {
    on(
        selector,
        node -> {
          mouse(node, MouseEvent.MOUSE_PRESSED, at, true);
          mouse(node, MouseEvent.MOUSE_RELEASED, at, false);
          mouse(node, MouseEvent.MOUSE_CLICKED, at, false);
        });
  }

  /** Brings the mouse somewhere in what is found. */
  void hover(String selector, At at) throws InterruptedException {
    on(selector, node -> mouse(node, MouseEvent.MOUSE_MOVED, at, false));
  }

  /** Drags the mouse through what is found. */
  void drag(String selector, List<At> path) throws InterruptedException {
    on(
        selector,
        node -> {
          mouse(node, MouseEvent.MOUSE_PRESSED, path.get(0), true);
          path.forEach(at -> mouse(node, MouseEvent.MOUSE_DRAGGED, at, true));
          mouse(node, MouseEvent.MOUSE_RELEASED, path.get(path.size() - 1), false);
        });
  }

  /** Turns the wheel over some place. */
  void wheel(String selector, At at, double pixels) throws InterruptedException {
    on(
        selector,
        node -> {
          Bounds bounds = node.getLayoutBounds();
          Gestures.wheel(node, at.x() * bounds.getWidth(), at.y() * bounds.getHeight(), pixels);
        });
  }

  /** Whether something is there and seen. */
  boolean sees(String selector) throws InterruptedException {
    return WatchedApp.onWindowThread(() -> look(selector).isPresent());
  }

  private static void on(String selector, Consumer<Node> what) throws InterruptedException {
    WatchedApp.onWindowThread(() -> what.accept(find(selector)));
  }

  private static void mouse(Node node, EventType<MouseEvent> type, At at, boolean down) {
    Bounds bounds = node.getLayoutBounds();
    Gestures.mouse(node, type, at.x() * bounds.getWidth(), at.y() * bounds.getHeight(), down);
  }

  private static Node find(String selector) {
    return look(selector)
        .orElseThrow(() -> new IllegalStateException("nothing is seen of " + selector));
  }

  private static Optional<Node> look(String selector) {
    return Window.getWindows().stream()
        .filter(window -> window.isShowing() && window.getScene() != null)
        .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
        .filter(WindowHand::seen)
        .findFirst();
  }

  private static boolean seen(Node node) {
    for (Node around = node; around != null; around = around.getParent()) {
      if (!around.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
