package kindred.gui.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;

/**
 * Live charts of any number of runs, laid over each other in the colors that the runs have
 * everywhere. For the application thread.
 */
public final class Charts {
  private final StackPane view = new StackPane();

  public Charts(Session session) {}

  /** Always the same node. It follows files only while it is in a window. */
  public Node view() {
    return view;
  }

  /** Shows these runs, and the pinned baseline with them; an empty list empties the charts. */
  public void compare(List<RunRow> runs) {}
}
