package kindred.gui.guide;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import kindred.gui.core.Session;

/**
 * The user's guide beside the workbench: without a network and without a browser. For the
 * application thread.
 */
public final class GuideWindow {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 720;

  private final Session session;
  private Stage stage;
  private GuideModel model;
  private GuideView guide;

  /** Nothing is read before the guide is asked for. */
  public GuideWindow(Session session) {
    this.session = session;
  }

  /**
   * Shows the guide.
   *
   * @param owner whose end is the guide's end too
   * @param title of the section to turn to; where there is none of this title the guide stays where
   *     it was
   */
  public void show(Window owner, String title) {
    if (guide == null) {
      session.background().run(Guide::read, sections -> opened(owner, title, sections));
    } else {
      turn(title);
    }
  }

  private void opened(Window owner, String title, List<Section> sections) {
    if (guide == null) { // asked for twice, it may be read twice
      model = new GuideModel(sections);
      guide = new GuideView(model);
      stage = new Stage();
      stage.initOwner(owner);
      stage.setTitle("Kindred: guide");
      Scene scene = new Scene(guide.view(), WIDTH, HEIGHT);
      scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
      session.theme().style(scene);
      stage.setScene(scene);
      stage.setMinWidth(640);
      stage.setMinHeight(400);
    }
    turn(title);
  }

  private void turn(String title) {
    model.turnTo(title);
    stage.show();
    stage.toFront();
    guide.focus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      stage.hide();
      event.consume();
    }
  }
}
