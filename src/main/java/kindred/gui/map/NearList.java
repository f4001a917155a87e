package kindred.gui.map;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.gui.results.PictureSize;

/** An image and, below it, its neighbors with their distances; a click goes on to theirs. */
final class NearList {
  private static final double ABOUT = 48;

  private final MapModel model;
  private final IntConsumer open;
  private final ListView<Near> list = new ListView<>();
  private Pictures pictures;

  NearList(MapModel model, IntConsumer open) {
    this.model = model;
    this.open = open;
    list.setId("map-near");
    list.getStyleClass().add("map-near-list");
    list.setAccessibleText("Neighbors, nearest first; Enter shows the neighbors of one");
    list.setOnKeyPressed(
        event -> {
          Near chosen = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            open.accept(chosen.image());
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            model.escape();
            event.consume();
          }
        });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) ->
                model.markedProperty().set(now == null ? MapModel.NONE : now.image()));
    model.openedProperty().addListener((property, before, now) -> show());
  }

  ListView<Near> view() {
    return list;
  }

  void pictures(Pictures images) {
    pictures = images;
    double side = PictureSize.side(images.set(), ABOUT);
    list.getItems().clear();
    list.setFixedCellSize(side + 11);
    list.setCellFactory(view -> new Cell(side));
    show();
  }

  private void show() {
    list.getItems().clear();
    int opened = model.openedProperty().get();
    if (opened != MapModel.NONE && pictures != null) {
      list.getItems().add(new Near(opened, 0));
      list.getItems().addAll(model.nearProperty().get());
      list.scrollTo(0);
    }
  }

  private final class Cell extends ListCell<Near> {
    private final Picture picture;
    private final Label first = new Label();
    private final Label second = new Label();
    private final HBox row;

    Cell(double side) {
      picture = new Picture(side);
      first.setMinWidth(0);
      second.getStyleClass().addAll("quiet", "small", "figures");
      second.setMinWidth(0);
      VBox words = new VBox(2, first, second);
      words.setMinWidth(0);
      row = new HBox(8, picture, words);
      row.setMinWidth(0);
      row.setPrefWidth(1);
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
      addEventHandler(MouseEvent.MOUSE_ENTERED, event -> hover(true));
      addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(false));
    }

    private void clicked(MouseEvent event) {
      if (getItem() != null && event.getClickCount() == 2) {
        open.accept(getItem().image());
      }
    }

    private void hover(boolean on) {
      int image = on && getItem() != null ? getItem().image() : MapModel.NONE;
      model.hoveredProperty().set(image);
    }

    @Override
    protected void updateItem(Near near, boolean empty) {
      super.updateItem(near, empty);
      if (empty || near == null) {
        setGraphic(null);
        return;
      }
      picture.show(pictures, near.image());
      int label = pictures.set().label(near.image());
      String name = label < 0 ? "" : pictures.set().info().classes().get(label);
      first.setText(name.isEmpty() ? "image " + Words.count(near.image()) : name);
      boolean itself = getIndex() == 0;
      String distance = Float.isNaN(near.distance()) ? "" : " · " + Words.number(near.distance());
      second.setText(itself ? "the image itself" : "neighbor " + getIndex() + distance);
      setAccessibleText("image " + near.image() + ", " + first.getText() + ", " + second.getText());
      setGraphic(row);
    }
  }
}
