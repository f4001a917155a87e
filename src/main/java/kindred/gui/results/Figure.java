package kindred.gui.results;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number in large type with its meaning below. */
public final class Figure extends VBox {
  private final Label value = new Label();
  private final Label words;

  public Figure(String meaning) {
    words = new Label(meaning);
    words.getStyleClass().addAll("quiet", "small");
    words.setWrapText(true);
    value.getStyleClass().add("title-text");
    getChildren().addAll(value, words);
    setMinWidth(96);
  }

  public void show(String text) {
    value.setText(text);
  }

  /** Shows a number whose meaning is not always the same. */
  public void show(String text, String meaning) {
    show(text);
    words.setText(meaning);
  }
}
