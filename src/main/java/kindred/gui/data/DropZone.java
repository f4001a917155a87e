package kindred.gui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kindred.data.ImageDecoder;
import kindred.gui.core.Choosers;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where files, folders and archives are dropped or chosen; says what was found in them. */
final class DropZone extends VBox {
  private static final List<String> OTHERS =
      List.of("*.zip", "*.gz", "*.bin", "*.npy", "*.npz", "*.csv", "*ubyte");

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final Choosers choosers;
  private final Consumer<List<Path>> taken;
  private final Label words = new Label();

  /**
   * @param taken told what was dropped or chosen
   * @param getPublished shows image sets that can be downloaded
   */
  DropZone(Choosers choosers, Consumer<List<Path>> taken, Runnable getPublished) {
    this.choosers = choosers;
    this.taken = taken;
    setId("drop-zone");
    getStyleClass().add("drop-zone");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMaxHeight(52);
    Button folder = new Button("Folder…");
    folder.setId("choose-folder");
    folder.setAccessibleText("Choose a folder of images");
    folder.setOnAction(event -> chooseFolder());
    Button file = new Button("File…");
    file.setId("choose-file");
    file.setAccessibleText("Choose an archive or a file of images");
    file.setOnAction(event -> chooseFile());
    Button published = new Button("Get data…");
    published.setId("get-data");
    published.setAccessibleText("Download a published set of images");
    published.setOnAction(event -> getPublished.run());
    HBox buttons = new HBox(8, folder, file, published);
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(new FontIcon("fth-download"), words, buttons);
    say("");
    accept(this);
  }

  /** Lets another node be dropped on as well, such as the whole panel. */
  void accept(Node node) {
    node.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.setOnDragEntered(event -> pseudoClassStateChanged(OVER, event.getDragboard().hasFiles()));
    node.setOnDragExited(event -> pseudoClassStateChanged(OVER, false));
    node.setOnDragDropped(
        event -> {
          event.setDropCompleted(event.getDragboard().hasFiles());
          dropped(event.getDragboard().getFiles());
          event.consume();
        });
  }

  /** Takes what was dropped. */
  void dropped(List<File> files) {
    taken.accept(files.stream().map(File::toPath).toList());
  }

  /** Asks for a folder. */
  void chooseFolder() {
    choosers.folder("Choose a folder of images").ifPresent(path -> taken.accept(List.of(path)));
  }

  private void chooseFile() {
    choosers
        .file(
            "Choose images",
            "Archives, CSV, IDX, CIFAR, STL-10 and numpy files, images",
            Stream.concat(OTHERS.stream(), ImageDecoder.extensions().stream().map("*."::concat))
                .toArray(String[]::new))
        .ifPresent(path -> taken.accept(List.of(path)));
  }

  /** Says what was found; empty for the invitation to drop something. */
  void say(String found) {
    words.setText(found.isEmpty() ? "Drop images here: folders, files, ZIPs" : found);
  }
}
