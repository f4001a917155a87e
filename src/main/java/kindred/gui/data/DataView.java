package kindred.gui.data;

import javafx.scene.Node;

/** One of the ways in which a data set is looked at. For the application thread. */
interface DataView {
  /** A word or two for its tab. */
  String title();

  /** Always the same node. */
  Node view();

  /**
   * Shows a data set.
   *
   * @param opened or null for none
   */
  void show(Opened opened);
}
