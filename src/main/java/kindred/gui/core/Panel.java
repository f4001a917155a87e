package kindred.gui.core;

import javafx.scene.Node;

/** What is shown at a {@link Place}. Made once, on the application thread, when first visited. */
public interface Panel {
  /** The panel below its title; always the same node. */
  Node view();

  /** Brings the view of this title to the front, if there is one. */
  default void bringToFront(String title) {}

  /** Told each time it comes into sight. */
  default void shown() {}
}
