package kindred.gui.search;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;

/** A neighbor with its rank, its distance and its class; pressed, it is searched for in turn. */
final class HitCard extends VBox {
  /** What is left of a distance of zero. */
  private static final double ROUNDING = 1e-9;

  private final Picture picture;
  private final Label rank = new Label();
  private final Label distance = new Label();
  private final Label name = new Label();
  private Hit shown;

  /**
   * @param pressed told the number of the image
   */
  HitCard(double side, IntConsumer pressed) {
    picture = new Picture(side);
    getStyleClass().add("hit");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setMaxWidth(side + 8);
    rank.getStyleClass().addAll("small", "quiet", "figures");
    distance.getStyleClass().addAll("small", "figures");
    name.getStyleClass().addAll("small", "quiet");
    name.setMaxWidth(side);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox numbers = new HBox(rank, space, distance);
    numbers.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(picture, numbers, name);
    setOnMouseClicked(event -> pressed.accept(shown.image()));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            pressed.accept(shown.image());
            event.consume();
          }
        });
  }

  void show(Pictures pictures, Hit hit) {
    shown = hit;
    picture.show(pictures, hit.image());
    rank.setText(Integer.toString(hit.rank()));
    distance.setText(Words.number(hit.distance() < ROUNDING ? 0 : hit.distance()));
    int label = pictures.set().label(hit.image());
    name.setText(label < 0 ? "" : pictures.set().info().classes().get(label));
    setAccessibleText(
        "neighbor "
            + hit.rank()
            + ", "
            + picture.getAccessibleText()
            + ", distance "
            + distance.getText());
  }
}
