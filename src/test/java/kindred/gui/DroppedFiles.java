package kindred.gui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/**
 * Files that come from a desktop, with the events that JavaFX makes of them. A window without a
 * screen has no desktop beside it to drag from.
 */
final class DroppedFiles {
  private final Dragboard board;

  /** Made on the application thread. */
  DroppedFiles(List<File> files) {
    board = DragboardHelper.createDragboard(forCopying());
    DragboardHelper.setDataAccessRestriction(board, false);
    ClipboardContent content = new ClipboardContent();
    content.putFiles(files);
    board.setContent(content);
  }

  /**
   * A clipboard of this program alone has contents, but does not know what they may be used for.
   */
  private static TKClipboard forCopying() {
    TKClipboard contents = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            DroppedFiles.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (self, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? Set.of(TransferMode.COPY)
                    : method.invoke(contents, arguments));
  }

  /** Drags them over a node and lets go there, on the application thread; whether it took them. */
  boolean on(Node node) {
    fire(node, DragEvent.DRAG_ENTERED);
    if (!fire(node, DragEvent.DRAG_OVER).isAccepted()) {
      fire(node, DragEvent.DRAG_EXITED);
      return false;
    }
    boolean taken = fire(node, DragEvent.DRAG_DROPPED).isDropCompleted();
    fire(node, DragEvent.DRAG_EXITED);
    return taken;
  }

  private DragEvent fire(Node node, EventType<DragEvent> type) {
    Point2D at = node.localToScreen(1, 1);
    PickResult picked = new PickResult(node, at.getX(), at.getY());
    DragEvent event =
        new DragEvent(
            type,
            board,
            1,
            1,
            at.getX(),
            at.getY(),
            TransferMode.COPY,
            null,
            type == DragEvent.DRAG_DROPPED ? node : null,
            picked);
    DragEvent[] seen = {event};
    node.addEventHandler(type, sent -> seen[0] = sent);
    node.fireEvent(event);
    return seen[0];
  }
}
