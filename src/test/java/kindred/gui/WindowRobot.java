package kindred.gui;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.hamcrest.Matcher;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;

/**
 * Hands and eyes of a patient user. Whatever is asked of the window is computed on the application
 * thread, which alone may do so while the window changes. What is to be clicked on is waited for
 * until it is there, keeps still, is enabled, and nothing covers it.
 */
public final class WindowRobot extends FxRobot {
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long HOVER_NANOS = 400_000_000L;

  private record Spot(Node node, Point2D point) {}

  /** What is found by a query, computed on the application thread. */
  public <N extends Node, T> T read(String query, Class<N> type, Function<N, T> what) {
    N node = lookup(query).queryAs(type);
    return WindowThread.ask(() -> what.apply(node));
  }

  /** Does something to what is found by a query, on the application thread. */
  public <N extends Node> void act(String query, Class<N> type, Consumer<N> what) {
    read(
        query,
        type,
        node -> {
          what.accept(node);
          return true;
        });
  }

  /** What a label, a button or a field says. */
  public String text(String query) {
    return read(query, Node.class, WindowRobot::textOf);
  }

  private static String textOf(Node node) {
    if (node instanceof Labeled labeled) {
      return labeled.getText();
    }
    return node instanceof Text text ? text.getText() : ((TextInputControl) node).getText();
  }

  /** Whether something is there and can neither be clicked nor typed into. */
  public boolean disabled(String query) {
    return read(query, Node.class, Node::isDisabled);
  }

  /** Whether something is there, now, for a user to see. */
  public boolean visible(String query) {
    return WindowThread.ask(() -> visibleNode(query).isPresent());
  }

  /** Whether a list of choices shows this one as chosen. */
  public boolean shows(String box, Object choice) {
    return read(box, ComboBox.class, list -> choice.equals(list.getValue()));
  }

  /** Opens a list of choices, and takes the one that begins with these words. */
  public void choose(String box, String words) {
    clickOn(box);
    reachEnabled(
        "choice '" + words + "' of " + box,
        () ->
            super.lookup(".combo-box-popup .list-cell")
                .match((Node cell) -> inSight(cell) && begins(cell, words))
                .tryQuery());
    clickOn(new MouseButton[0]);
  }

  private static boolean begins(Node cell, String words) {
    return cell instanceof Labeled labeled
        && labeled.getText() != null
        && labeled.getText().startsWith(words);
  }

  /** Replaces the whole text of a field, by clicking and typing. */
  public void fill(String query, String text) {
    clickOn(query).press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    type(KeyCode.DELETE).write(text);
  }

  /** Presses one key while holding another. */
  public void chord(KeyCode held, KeyCode key) {
    press(held).type(key).release(held);
  }

  @Override
  public NodeQuery lookup(String query) {
    return new WindowQuery(() -> super.lookup(query));
  }

  @Override
  public <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
    return new WindowQuery(() -> super.lookup(matcher));
  }

  @Override
  public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
    return new WindowQuery(() -> super.lookup(predicate));
  }

  @Override
  public NodeQuery from(Node... parents) {
    return new WindowQuery(() -> super.from(parents));
  }

  @Override
  public PointQuery point(Node node) {
    return point(still(node.toString(), () -> Optional.of(node)).point());
  }

  @Override
  public PointQuery point(String query) {
    return point(still(query, () -> visibleNode(query)).point());
  }

  @Override
  public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
    reachEnabled(query, () -> visibleNode(query));
    return clickOn(buttons);
  }

  @Override
  public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
    reachEnabled(node.toString(), () -> shown(node));
    return clickOn(buttons);
  }

  @Override
  public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
    reachEnabled(query, () -> visibleNode(query));
    return doubleClickOn(buttons);
  }

  @Override
  public FxRobot rightClickOn(String query, Motion motion) {
    reachEnabled(query, () -> visibleNode(query));
    return clickOn(MouseButton.SECONDARY);
  }

  @Override
  public FxRobot moveTo(String query, Motion motion) {
    reach(query, () -> visibleNode(query));
    return this;
  }

  @Override
  public FxRobot moveTo(Node node, Pos position, Point2D offset, Motion motion) {
    still(node.toString(), () -> shown(node));
    Point2D to =
        WindowThread.ask(() -> super.point(node).atPosition(position).atOffset(offset).query());
    return moveTo(to, motion);
  }

  private Optional<Node> visibleNode(String query) {
    return super.lookup(query).match(WindowRobot::inSight).tryQuery();
  }

  private static Optional<Node> shown(Node node) {
    return Optional.of(node).filter(WindowRobot::inSight);
  }

  private static boolean inSight(Node node) {
    if (node.getScene() == null || node.getScene().getWindow() == null) {
      return false;
    }
    for (Node around = node; around != null; around = around.getParent()) {
      if (!around.isVisible()) {
        return false;
      }
    }
    return node.getScene().getWindow().isShowing()
        && node.localToScene(node.getBoundsInLocal())
            .intersects(0, 0, node.getScene().getWidth(), node.getScene().getHeight());
  }

  private void reachEnabled(String name, Callable<Optional<Node>> sought) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (WindowThread.ask(() -> sought.call().filter(Node::isDisabled)).isPresent()) {
      restUntil(end, name + " stays disabled");
    }
    reach(name, sought);
  }

  /** Brings the mouse onto something, so that it is what lies under the mouse. */
  private void reach(String name, Callable<Optional<Node>> sought) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Spot spot = still(name, sought);
      moveTo(spot.point());
      long look = System.nanoTime() + HOVER_NANOS;
      while (System.nanoTime() < look) {
        if (WindowThread.ask(() -> underMouse(spot.node()))) {
          return;
        }
        rest();
      }
      restUntil(end, name + " at " + spot.point() + " is covered by " + onTop());
      moveTo(spot.point().add(1, 1)); // a mouse that keeps still may not be noticed
    }
  }

  /** Letters, and the words in a menu, let the mouse through to what is around them. */
  private static boolean underMouse(Node node) {
    Node solid = node;
    while (solid.getParent() != null && (solid instanceof Text || solid.isMouseTransparent())) {
      solid = solid.getParent();
    }
    return solid.isHover();
  }

  /** The innermost nodes under the mouse. */
  private static Set<Node> onTop() {
    return WindowThread.ask(
        () -> {
          Set<Node> hovered = new LinkedHashSet<>();
          for (Window window : Window.getWindows()) {
            if (window.getScene() != null) {
              hovered.addAll(window.getScene().getRoot().lookupAll("*"));
            }
          }
          hovered.removeIf(node -> !node.isHover());
          hovered.removeIf(node -> hovered.stream().anyMatch(inner -> inner.getParent() == node));
          return hovered;
        });
  }

  /** Waits until something is there and at the same place twice. */
  private Spot still(String name, Callable<Optional<Node>> sought) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Optional<Spot> before = Optional.empty();
    while (true) {
      Optional<Spot> now =
          WindowThread.ask(
              () -> sought.call().map(node -> new Spot(node, super.point(node).query())));
      if (now.isPresent() && now.equals(before)) {
        return now.get();
      }
      restUntil(end, before.isPresent() ? name + " does not keep still" : "there is no " + name);
      before = now;
    }
  }

  private static void restUntil(long end, String complaint) {
    if (System.nanoTime() > end) {
      throw new AssertionError("in 10 s: " + complaint);
    }
    rest();
  }

  /** Waits for about two frames. */
  static void rest() {
    try {
      Thread.sleep(35);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the window", e);
    }
  }
}
