package kindred.gui.core;

import javafx.scene.Node;

/** What is shown at a {@link Place}. Made once, on the application thread, when first visited. */
public interface Panel {
  /** The panel below its title; always the same node. */
  Node view();

  /** Told each time it comes into sight. */
  default void shown() {}
}
