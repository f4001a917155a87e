package kindred.gui.executor;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Session;

/** What is to happen to runs at work when their workspace is left, as a row of a form. */
public final class ClosingChoice extends VBox {
  public ClosingChoice(Session session) {
    super(4);
    ComboBox<Closing.Choice> choice = new ComboBox<>();
    choice.setId("closing-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getItems().setAll(Closing.Choice.values());
    choice.setConverter(new OneWayConverter<>(ClosingChoice::worded));
    choice.setValue(Closing.choice(session));
    choice.valueProperty().addListener((property, before, now) -> Closing.choose(session, now));
    Label label = new Label("Runs at work when their workspace is closed");
    label.setLabelFor(choice);
    getChildren().addAll(label, choice);
  }

  private static String worded(Closing.Choice choice) {
    return switch (choice) {
      case ASK -> "Ask";
      case KEEP -> "Keep running";
      case PAUSE -> "Pause, saved";
      case STOP -> "Stop, saved";
    };
  }
}
