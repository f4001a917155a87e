package kindred.gui.executor;

import javafx.scene.control.Button;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small buttons that show a picture and say what they do. */
final class IconButtons {
  private IconButtons() {}

  /**
   * @param icon its name in the Feather pack
   * @param says what it does, for the tooltip and for those who cannot see it
   */
  static Button of(String icon, String says, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat", "bar-button");
    say(button, says);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Changes what a button says. */
  static void say(Button button, String says) {
    button.setAccessibleText(says);
    Tips.set(button, says);
  }
}
