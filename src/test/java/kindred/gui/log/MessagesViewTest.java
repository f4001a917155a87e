package kindred.gui.log;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;

class MessagesViewTest extends WindowCase {
  @Test
  void whatIsShownIsCopiedOnlyWhileSomethingIs(WindowRobot robot) throws Exception {
    onWindowThread(
        () -> {
          workbench.session().notices().info("hello");
          workbench.shell().open(Place.LOG);
          return null;
        });
    Node copy = robot.lookup("#messages-copy").query();
    await("something to copy", 5, () -> !copy.isDisabled());
    ComboBox<Level> level = robot.lookup("#messages-level").queryComboBox();
    onWindowThread(
        () -> {
          level.setValue(Level.PROBLEM);
          return null;
        });
    await("nothing to copy", 5, copy::isDisabled);
  }
}
