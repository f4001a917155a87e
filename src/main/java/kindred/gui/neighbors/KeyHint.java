package kindred.gui.neighbors;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/** Shows on a button which key does the same. */
final class KeyHint {
  private KeyHint() {}

  /** A button with its key behind its words. */
  static Button button(String words, String key, Runnable action) {
    Label hint = new Label(key);
    hint.getStyleClass().add("judge-key");
    Button button = new Button(words, hint);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setGraphicTextGap(8);
    button.setAccessibleText(words + ", key " + key);
    button.setOnAction(event -> action.run());
    return button;
  }
}
