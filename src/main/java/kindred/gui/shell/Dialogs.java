package kindred.gui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import kindred.gui.core.Choosers;

/** The system's own choosers, and questions in a dialog of the window's style. */
public final class Dialogs implements Choosers {
  private final Stage owner;

  /** Where the next chooser opens: where the last one was left. */
  private File last = new File(System.getProperty("user.home"));

  public Dialogs(Stage owner) {
    this.owner = owner;
  }

  /**
   * What is answered. A window that waits for an answer cannot be resized, and some window managers
   * take that for the end of its being maximized: afterwards it is again as it was.
   */
  private <T> Optional<T> kept(Supplier<T> question) {
    boolean maximized = owner.isMaximized();
    Optional<T> answer = Optional.ofNullable(question.get());
    if (maximized) {
      Platform.runLater(
          () -> {
            owner.setMaximized(false);
            owner.setMaximized(true);
          });
    }
    return answer;
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(there());
    return chosen(kept(() -> chooser.showDialog(owner)));
  }

  @Override
  public Optional<Path> file(String title, String kind, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
    chooser.setInitialDirectory(there());
    return chosen(kept(() -> chooser.showOpenDialog(owner)));
  }

  @Override
  public Optional<Path> save(String title, String suggestedName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    chooser.setInitialDirectory(there());
    return chosen(kept(() -> chooser.showSaveDialog(owner)));
  }

  /** A chooser refuses to open in a folder that is gone. */
  private File there() {
    return last.isDirectory() ? last : null;
  }

  private Optional<Path> chosen(Optional<File> file) {
    file.map(File::getAbsoluteFile).map(File::getParentFile).ifPresent(folder -> last = folder);
    return file.map(File::toPath);
  }

  @Override
  public Optional<String> ask(String title, String text, String... answers) {
    List<ButtonType> buttons = new ArrayList<>();
    for (String answer : answers) {
      buttons.add(new ButtonType(answer, ButtonData.OTHER));
    }
    buttons.add(new ButtonType("Cancel", ButtonData.CANCEL_CLOSE));
    Alert alert = new Alert(Alert.AlertType.NONE, text, buttons.toArray(ButtonType[]::new));
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    buttons.forEach(
        button -> {
          Node shown = alert.getDialogPane().lookupButton(button);
          ButtonBar.setButtonUniformSize(shown, false); // else the longest answer is cut
          ((Region) shown).setMinWidth(Region.USE_PREF_SIZE);
        });
    alert.getDialogPane().lookupButton(buttons.get(0)).getStyleClass().add("accent");
    return kept(() -> alert.showAndWait().orElse(null))
        .filter(button -> button.getButtonData() != ButtonData.CANCEL_CLOSE)
        .map(ButtonType::getText);
  }
}
