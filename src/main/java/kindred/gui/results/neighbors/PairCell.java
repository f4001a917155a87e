package kindred.gui.results.neighbors;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.neighbors.NeighborGraph;

/** A row: an image and its neighbors, nearest first; too long a row scrolls sideways. */
final class PairCell extends ListCell<Integer> {
  /** So many neighbors are shown at most. */
  static final int MOST = 16;

  private final NeighborResult result;
  private final Pictures pictures;
  private final Picture image;
  private final Label number = new Label();
  private final List<NeighborSlot> slots = new ArrayList<>();
  private final HBox row = new HBox(8);

  PairCell(NeighborResult result, Pictures pictures, double side) {
    this.result = result;
    this.pictures = pictures;
    image = new Picture(side);
    number.getStyleClass().addAll("quiet", "small");
    VBox first = new VBox(2, image, number);
    first.setAlignment(Pos.TOP_CENTER);
    first.setPadding(new javafx.geometry.Insets(2, 0, 0, 0));
    row.getChildren().addAll(first, new Separator(javafx.geometry.Orientation.VERTICAL));
    for (int rank = 0; rank < Math.min(result.graph().k(), MOST); rank++) {
      slots.add(new NeighborSlot(side));
    }
    row.getChildren().addAll(slots);
    row.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  /** The height that a row of pictures needs. */
  static double height(double side) {
    return side + 44;
  }

  @Override
  protected void updateItem(Integer item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    image.show(pictures, item);
    number.setText(Integer.toString(item));
    int label = result.labels()[item];
    for (int rank = 0; rank < slots.size(); rank++) {
      int neighbor = result.graph().neighbor(item, rank);
      if (neighbor == NeighborGraph.NONE) {
        slots.get(rank).clear();
      } else {
        slots.get(rank).show(pictures, neighbor, label, result.graph().distance(item, rank));
      }
    }
    setAccessibleText(words(item));
    setGraphic(row);
  }

  private String words(int item) {
    StringBuilder words = new StringBuilder(image.getAccessibleText()).append("; neighbors");
    for (int rank = 0; rank < slots.size(); rank++) {
      int neighbor = result.graph().neighbor(item, rank);
      if (neighbor != NeighborGraph.NONE) {
        words.append(rank == 0 ? " " : ", ").append(neighbor);
        int label = result.labels()[neighbor];
        if (label >= 0) {
          words.append(' ').append(result.images().info().classes().get(label));
        }
      }
    }
    return words.toString();
  }
}
