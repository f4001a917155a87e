package kindred.gui.executor;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kindred.gui.core.Session;

/** What is to happen to runs at work when their workspace is left, as a row of a form. */
public final class ClosingChoice extends VBox {
  public ClosingChoice(Session session) {
    super(4);
    ComboBox<Closing.Choice> choice = new ComboBox<>();
    choice.setId("closing-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getItems().setAll(Closing.Choice.values());
    choice.setConverter(new ChoiceWords());
    choice.setValue(Closing.choice(session));
    choice.valueProperty().addListener((property, before, now) -> Closing.choose(session, now));
    Label label = new Label("Runs at work when their workspace is closed");
    label.setLabelFor(choice);
    getChildren().addAll(label, choice);
  }

  private static final class ChoiceWords extends StringConverter<Closing.Choice> {
    @Override
    public String toString(Closing.Choice choice) {
      return choice == null
          ? ""
          : switch (choice) {
            case ASK -> "Ask";
            case KEEP -> "Keep running";
            case PAUSE -> "Pause, saved";
            case STOP -> "Stop, saved";
          };
    }

    @Override
    public Closing.Choice fromString(String text) {
      throw new UnsupportedOperationException("this is chosen, not typed");
    }
  }
}
