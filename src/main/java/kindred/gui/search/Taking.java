package kindred.gui.search;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import kindred.data.ImageDecoder;
import kindred.gui.core.Session;
import kindred.gui.picture.PixelImages;

/** The ways in which an image comes into the window from outside: dropped, pasted or chosen. */
final class Taking {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final Session session;
  private final Consumer<Query> taken;
  private final Consumer<String> problem;

  /**
   * @param taken told what came
   * @param problem told why nothing did
   */
  Taking(Session session, Consumer<Query> taken, Consumer<String> problem) {
    this.session = session;
    this.taken = taken;
    this.problem = problem;
  }

  /** Lets images be dropped on a node and pasted into it. */
  void accept(Node node) {
    node.setOnDragOver(
        event -> {
          if (has(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.setOnDragEntered(event -> node.pseudoClassStateChanged(OVER, has(event.getDragboard())));
    node.setOnDragExited(event -> node.pseudoClassStateChanged(OVER, false));
    node.setOnDragDropped(
        event -> {
          event.setDropCompleted(has(event.getDragboard()));
          take(event.getDragboard());
          event.consume();
        });
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (PASTE.match(event)) {
            paste();
            event.consume();
          }
        });
  }

  private static boolean has(Dragboard board) {
    return board.hasFiles() || board.hasImage();
  }

  /** Takes what is in the system's clipboard. */
  void paste() {
    take(Clipboard.getSystemClipboard());
  }

  private void take(Clipboard board) {
    if (board.hasFiles()) {
      files(board.getFiles());
    } else if (board.hasImage()) {
      image(board.getImage());
    } else {
      problem.accept("There is no image in the clipboard; copy one, or an image file, first.");
    }
  }

  /** Takes the first of some files. */
  void files(List<File> files) {
    if (!files.isEmpty()) {
      taken.accept(Query.of(files.get(0).toPath()));
    }
  }

  private void image(Image image) {
    session.background().run(() -> kept(image), file -> taken.accept(Query.pasted(file)));
  }

  private static Path kept(Image image) throws IOException {
    Path file = Files.createTempFile("kindred-pasted", ".png");
    file.toFile().deleteOnExit();
    PixelImages.write(image, file);
    return file;
  }

  /** Asks for a file. */
  void choose() {
    session
        .choosers()
        .file(
            "Choose an image",
            "Images",
            ImageDecoder.extensions().stream().map("*."::concat).toArray(String[]::new))
        .ifPresent(file -> taken.accept(Query.of(file)));
  }
}
