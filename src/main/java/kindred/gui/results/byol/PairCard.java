package kindred.gui.results.byol;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.gui.results.byol.PositivesFile.Pair;

/** An image and its positive side by side, above words that say whether their classes agree. */
final class PairCard extends VBox {
  PairCard(Pictures pictures, double side, Pair pair) {
    Picture image = new Picture(side);
    Picture positive = new Picture(side);
    image.show(pictures, pair.image());
    positive.show(pictures, pair.positive());
    getChildren().add(new HBox(2, image, positive));
    setMaxWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER);
    int label = pictures.set().label(pair.image());
    int other = pictures.set().label(pair.positive());
    if (label >= 0 && other >= 0) {
      Label words = new Label(label == other ? "= same class" : "≠ another class");
      words.getStyleClass().addAll("quiet", "small");
      getChildren().add(words);
    }
  }
}
