package kindred.gui.core;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: one picture, one sentence, one button. */
public final class EmptyState extends VBox {
  private final Button button = new Button();

  /**
   * @param icon its name in the Feather pack
   * @param sentence what is missing and what it would be good for
   * @param verb what the button says, or null for none
   */
  public EmptyState(String icon, String sentence, String verb, Runnable action) {
    getStyleClass().add("empty-state");
    Label label = new Label(sentence);
    getChildren().addAll(new FontIcon(icon), label);
    if (verb != null) {
      button.setText(verb);
      button.getStyleClass().add("accent");
      button.setOnAction(event -> action.run());
      getChildren().add(button);
    }
  }
}
