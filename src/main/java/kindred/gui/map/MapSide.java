package kindred.gui.map;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.picture.Pictures;
import kindred.gui.results.PictureGrid;
import kindred.gui.results.PictureSize;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Beside the map: the images that are selected, or an image's neighbors, else how to come by them.
 * What the mouse is on here has a ring on the map.
 */
final class MapSide extends VBox {
  private static final double ABOUT = 48;
  private static final double LEAST = 200;
  private static final String HELP =
      "Click an image to see its neighbors. Drag with Shift around images to select them.";

  private final MapModel model;
  private final Label title = new Label();
  private final Button clear = new Button(null, new FontIcon("fth-x"));
  private final Button pairs = new Button("Open as pairs", new FontIcon("fth-share-2"));
  private final PictureGrid grid = new PictureGrid();
  private final NearList near;
  private final Label help = new Label(HELP);
  private final IntConsumer open;
  private final IntConsumer openPairs;
  private Pictures pictures;

  /**
   * @param open told an image whose neighbors are wanted
   * @param openPairs opens an image and its neighbors as pairs, or null if nobody can
   */
  MapSide(MapModel model, IntConsumer open, IntConsumer openPairs) {
    super(8);
    this.model = model;
    this.open = open;
    this.openPairs = openPairs;
    this.near = new NearList(model, open);
    title.setId("map-side-title");
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    help.setWrapText(true);
    help.getStyleClass().add("quiet");
    help.setMinHeight(USE_PREF_SIZE);
    grid.setId("map-selection");
    grid.setMinHeight(80);
    grid.onMouse(this::pointed);
    StackPane body = new StackPane(help, grid, near.view());
    StackPane.setAlignment(help, Pos.TOP_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    setMinHeight(LEAST);
    setPrefHeight(LEAST);
    getChildren().addAll(head(), pairs, body);
    model.selectionProperty().addListener((property, before, now) -> show());
    model.openedProperty().addListener((property, before, now) -> show());
    show();
  }

  private Node head() {
    clear.getStyleClass().addAll("button-icon", "flat", "small");
    clear.setId("map-clear");
    clear.setAccessibleText("Clear");
    Tips.set(clear, "Clear (Esc)");
    clear.setOnAction(event -> model.escape());
    pairs.setId("map-pairs");
    pairs.managedProperty().bind(pairs.visibleProperty());
    pairs.setOnAction(event -> openPairs.accept(image()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(32);
    return head;
  }

  /** Sets whose images these are. */
  void pictures(Pictures images) {
    pictures = images;
    near.pictures(images);
    show();
  }

  private void show() {
    int opened = model.openedProperty().get();
    int[] selected = model.selectionProperty().get();
    boolean neighbors = opened != MapModel.NONE;
    boolean selection = !neighbors && selected.length > 0;
    near.view().setVisible(neighbors);
    grid.setVisible(selection);
    help.setVisible(!neighbors && !selection);
    clear.setVisible(!help.isVisible());
    pairs.setVisible(clear.isVisible() && openPairs != null);
    if (pictures == null) {
      return;
    }
    if (neighbors) {
      title.setText("Neighbors of " + Words.count(opened));
    } else if (selection) {
      title.setText(Words.count(selected.length, "image", "images") + " selected");
      List<Integer> images = Arrays.stream(selected).boxed().toList();
      if (!images.equals(grid.images())) {
        grid.show(pictures, images, PictureSize.side(pictures.set(), ABOUT));
      }
    } else {
      title.setText("Nothing selected");
    }
  }

  private void pointed(Integer image, MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_ENTERED) {
      model.hoveredProperty().set(image);
    } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
      model.hoveredProperty().set(MapModel.NONE);
    } else if (event.getClickCount() == 2) {
      open.accept(image);
    } else {
      model.markedProperty().set(model.markedProperty().get() == image ? MapModel.NONE : image);
    }
  }

  /** The image that everything here is about: the opened one, the marked one or the first. */
  private int image() {
    int opened = model.openedProperty().get();
    int marked = model.markedProperty().get();
    return opened != MapModel.NONE
        ? opened
        : marked != MapModel.NONE ? marked : model.selectionProperty().get()[0];
  }
}
