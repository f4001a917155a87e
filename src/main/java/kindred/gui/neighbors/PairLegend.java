package kindred.gui.neighbors;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import kindred.gui.core.Tips;

/** What the signs around the pictures of the rows mean. */
final class PairLegend extends HBox {
  PairLegend(PairsModel model) {
    super(12);
    setId("pairs-legend");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    ObservableValue<Boolean> labeled =
        model.browsedProperty().map(browsed -> browsed.images().labeled()).orElse(false);
    getChildren()
        .addAll(
            shownIf(labeled, words("= same class")),
            shownIf(labeled, words("≠ another class")),
            words("framed: judged"),
            key(PairMark.MUTUAL),
            key(PairMark.DUPLICATE),
            key(PairMark.HUB),
            shownIf(model.otherRunProperty().map(run -> true).orElse(false), key(PairMark.ONLY)),
            words("×4 a neighbor of 4 images"));
  }

  private static Label words(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("quiet", "small");
    return label;
  }

  private static Label key(PairMark mark) {
    Label label = words(mark.word());
    label.setGraphic(mark.icon());
    Tips.set(label, Tips.of(label.getGraphic()));
    return label;
  }

  private static Label shownIf(ObservableValue<Boolean> condition, Label label) {
    label.visibleProperty().bind(condition);
    label.managedProperty().bind(condition);
    return label;
  }
}
