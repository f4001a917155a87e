package kindred.gui.results.byol;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.gui.results.byol.PositivesFile.Pair;
import org.kordamp.ikonli.javafx.FontIcon;

/** An image and its positive side by side, within an edge that says whether their classes agree. */
final class PairCard extends VBox {
  PairCard(Pictures pictures, double side, Pair pair) {
    Picture image = new Picture(side);
    Picture positive = new Picture(side);
    image.show(pictures, pair.image());
    positive.show(pictures, pair.positive());
    HBox both = new HBox(2, image, positive);
    both.getStyleClass().add("pair-edge");
    int label = pictures.set().label(pair.image());
    int other = pictures.set().label(pair.positive());
    boolean known = label >= 0 && other >= 0;
    String style = known ? (label == other ? "pair-same" : "pair-other") : "pair-unknown";
    both.getStyleClass().add(style);
    getChildren().add(both);
    setMaxWidth(USE_PREF_SIZE);
    if (known) {
      FontIcon mark = new FontIcon(label == other ? "fth-check" : "fth-x");
      mark.getStyleClass().addAll("pair-mark", style);
      Label words = new Label(label == other ? "same class" : "another class");
      words.getStyleClass().addAll("quiet", "small");
      HBox below = new HBox(2, mark, words);
      below.setAlignment(Pos.CENTER);
      getChildren().add(below);
    }
  }
}
