package kindred.gui.results.neighbors;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A neighbor: its image within an edge that says whether it is of the same class, its distance with
 * the same said by a shape. One fixed tree of nodes, as recycled cells need.
 */
final class NeighborSlot extends VBox {
  private final Picture picture;
  private final StackPane edge;
  private final FontIcon mark = new FontIcon("fth-check");
  private final Label distance = new Label();

  NeighborSlot(double side) {
    picture = new Picture(side);
    edge = new StackPane(picture);
    edge.getStyleClass().add("pair-edge");
    mark.getStyleClass().add("pair-mark");
    distance.getStyleClass().addAll("quiet", "small");
    HBox below = new HBox(2, mark, distance);
    below.setAlignment(Pos.CENTER);
    getChildren().addAll(edge, below);
    setMinWidth(USE_PREF_SIZE);
    setMaxWidth(USE_PREF_SIZE);
  }

  /**
   * Shows a neighbor.
   *
   * @param label class of the image that it is a neighbor of, negative if unknown
   */
  void show(Pictures pictures, int neighbor, int label, float far) {
    picture.show(pictures, neighbor);
    int own = pictures.set().label(neighbor);
    boolean known = label >= 0 && own >= 0;
    boolean same = label == own;
    String style = known ? (same ? "pair-same" : "pair-other") : "pair-unknown";
    for (javafx.scene.Node node : new javafx.scene.Node[] {edge, mark}) {
      node.getStyleClass().removeAll("pair-same", "pair-other", "pair-unknown");
      node.getStyleClass().add(style);
    }
    mark.setVisible(known);
    mark.setIconLiteral(same ? "fth-check" : "fth-x");
    mark.setAccessibleText(same ? "same class" : "another class");
    distance.setText(Float.isNaN(far) ? "" : Words.number(far));
    setOpacity(1);
  }

  /** Shows nothing, in the same room. */
  void clear() {
    picture.clear();
    setOpacity(0);
  }
}
