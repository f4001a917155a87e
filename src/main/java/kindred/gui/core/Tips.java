package kindred.gui.core;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * What parts of the window say while the pointer rests on them. A tooltip is a window with a scene
 * of its own, and making one costs as much as styling a row of a panel, so it is made only when the
 * pointer first comes. For the application thread.
 */
public final class Tips {
  private static final double WIDTH = 360;
  private static final Duration DELAY = Duration.millis(400);
  private static final Duration STAYS = Duration.seconds(30);

  private Tips() {}

  /**
   * Says something, in place of what was said before, also to those who cannot see it.
   *
   * @param words nothing is said if null or empty
   */
  public static void set(Node node, String words) {
    Tip tip = (Tip) node.getProperties().get(Tip.class);
    if (tip == null) {
      if (words == null || words.isEmpty()) {
        return;
      }
      tip = new Tip(node);
      node.getProperties().put(Tip.class, tip);
    }
    tip.say(words == null ? "" : words);
  }

  /** What a node says; empty if nothing. */
  public static String of(Node node) {
    return node.getProperties().get(Tip.class) instanceof Tip tip ? tip.words : "";
  }

  /** Of one node: its words, and the tooltip as soon as there is one. */
  private static final class Tip {
    private final Node node;
    private String words = "";
    private Tooltip tooltip;

    Tip(Node node) {
      this.node = node;
      node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> come());
    }

    void say(String now) {
      if (now.equals(words)) {
        return;
      }
      words = now;
      node.setAccessibleHelp(now.isEmpty() ? null : now);
      if (tooltip == null) {
        return;
      }
      if (now.isEmpty()) {
        Tooltip.uninstall(node, tooltip);
        tooltip = null;
      } else {
        tooltip.setText(now);
      }
    }

    /** The pointer is there; the move that follows begins the tooltip's delay. */
    private void come() {
      if (tooltip == null && !words.isEmpty()) {
        tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(STAYS);
        Tooltip.install(node, tooltip);
      }
    }
  }
}
