package kindred.gui;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Pictures of windows as they are shown. For the application thread. */
final class WindowPicture {
  private WindowPicture() {}

  /**
   * A window's content with whatever has opened before it, each at its place.
   *
   * @param other a window that is left out
   */
  static WritableImage withAllBefore(Stage frame, Stage other) {
    Pane all = new Pane();
    double left = frame.getX() + frame.getScene().getX();
    double top = frame.getY() + frame.getScene().getY();
    WritableImage main = frame.getScene().snapshot(null);
    all.getChildren().add(new ImageView(main));
    for (Window window : Window.getWindows()) {
      boolean before = window != frame && window != other && window.isShowing();
      if (before && window.getScene() != null) {
        ImageView view = new ImageView(transparent(window));
        view.relocate(
            window.getX() + window.getScene().getX() - left,
            window.getY() + window.getScene().getY() - top);
        all.getChildren().add(view);
      }
    }
    all.setClip(new Rectangle(main.getWidth(), main.getHeight()));
    return all.snapshot(null, null);
  }

  private static WritableImage transparent(Window window) {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return window.getScene().getRoot().snapshot(clear, null);
  }

  /** The content of the window that opened last. */
  static WritableImage inFront() {
    List<Window> windows = Window.getWindows();
    return windows.get(windows.size() - 1).getScene().snapshot(null);
  }
}
