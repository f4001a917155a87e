package kindred.gui.core;

import javafx.scene.Node;

/** One of the ways in which a stage's panel shows what a chosen run is doing or made. */
public interface ResultView {
  /** A word or two for its tab. */
  String title();

  /** Always the same node. */
  Node view();

  /**
   * Shows a run; one that is still running is followed.
   *
   * @param run or null for none
   */
  void show(RunRow run);

  /**
   * Told once, by the panel, how this view is brought to the front; for views that others lead to.
   */
  default void onWanted(Runnable bringToFront) {}

  /** Told each time a user brought the view to the front; where keys are to go there at once. */
  default void inFront() {}
}
