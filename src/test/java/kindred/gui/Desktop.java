package kindred.gui;

import java.io.File;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Files in another window, over the corner of Kindred's, from where they are dragged. */
final class Desktop {
  private final Stage stage = new Stage();

  /** Made on the application thread. */
  Desktop(List<File> files) {
    Label icon = new Label("files");
    icon.setId("desktop-files");
    icon.setMinSize(80, 40);
    icon.setOnDragDetected(
        event -> {
          Dragboard board = icon.startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          content.putFiles(files);
          board.setContent(content);
          event.consume();
        });
    stage.setScene(new Scene(new StackPane(icon), 120, 80));
    stage.setX(1100);
    stage.setY(640);
    stage.show();
  }

  /** Drags the files onto something, lets go, and leaves. */
  void dragTo(WindowRobot robot, String target) {
    robot.moveTo("#desktop-files");
    robot.press(MouseButton.PRIMARY);
    robot.moveBy(12, 12);
    robot.moveTo(robot.point(target));
    robot.moveBy(2, 2);
    robot.release(MouseButton.PRIMARY);
    robot.interact(stage::close);
  }
}
