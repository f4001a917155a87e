package kindred.gui.compute;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kindred.gui.core.Panel;
import kindred.gui.core.Session;

/** Which engine computes, on what, and how it is set up. */
public final class ComputePanel implements Panel {
  private final ComputeModel model;
  private final HBox view;

  /**
   * @param more settings of the window that belong here
   */
  public ComputePanel(Session session, Node more) {
    model = new ComputeModel(session);
    EngineView engine = new EngineView(model);
    HBox.setHgrow(engine, Priority.ALWAYS);
    view = new HBox(new ComputeForm(session, model, more), engine);
    view.getStyleClass().add("panel-body");
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void shown() {
    model.load();
  }
}
