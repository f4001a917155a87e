package kindred.gui.results;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/** Images of a data set as a grid that is scrolled; only those in sight are read. */
public final class PictureGrid extends StackPane {
  private final GridView<Integer> grid = new GridView<>();
  private Pictures shown;
  private BiConsumer<Integer, MouseEvent> mouse = (image, event) -> {};

  public PictureGrid() {
    grid.setHorizontalCellSpacing(4);
    grid.setVerticalCellSpacing(4);
    getChildren().add(grid);
    getStyleClass().add("picture-grid");
  }

  /**
   * Shows images.
   *
   * @param side of one
   */
  public void show(Pictures pictures, List<Integer> images, double side) {
    if (pictures != shown) {
      shown = pictures;
      grid.setCellWidth(side);
      grid.setCellHeight(side + 3);
      grid.setCellFactory(view -> new Cell(pictures, side));
    }
    grid.getItems().setAll(images);
  }

  /**
   * Sets who is told what the mouse does on an image.
   *
   * @param listener told the image; clicks, and when the mouse comes and goes
   */
  public void onMouse(BiConsumer<Integer, MouseEvent> listener) {
    mouse = listener;
  }

  /** The images in the grid. */
  public List<Integer> images() {
    return List.copyOf(grid.getItems());
  }

  private final class Cell extends GridCell<Integer> {
    private final Pictures pictures;
    private final Picture picture;

    Cell(Pictures pictures, double side) {
      this.pictures = pictures;
      this.picture = new Picture(side);
      picture.setOnMouseClicked(this::tell);
      picture.setOnMouseEntered(this::tell);
      picture.setOnMouseExited(this::tell);
    }

    private void tell(MouseEvent event) {
      if (getItem() != null) {
        mouse.accept(getItem(), event);
      }
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        picture.show(pictures, item);
        setGraphic(picture);
      }
    }
  }
}
