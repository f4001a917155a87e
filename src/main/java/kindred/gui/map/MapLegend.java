package kindred.gui.map;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;

/**
 * The groups that colors stand for, with their numbers of images. A click or Space switches one off
 * and on, a double click leaves it alone; under the mouse it alone keeps its color on the map.
 */
final class MapLegend extends VBox {
  static final double ROW = 26;
  private static final double SWATCH = 12;

  private final MapModel model;
  private final ListView<Integer> list = new ListView<>();
  private final Label meaning = new Label();
  private final Button all = new Button("Show all");

  MapLegend(MapModel model) {
    super(4);
    this.model = model;
    meaning.getStyleClass().addAll("quiet", "small");
    meaning.setWrapText(true);
    meaning.setMinHeight(USE_PREF_SIZE);
    list.setId("map-legend");
    list.getStyleClass().add("map-legend");
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText("Legend; Space switches a group off and on");
    list.setOnKeyPressed(
        event -> {
          Integer group = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && group != null) {
            model.toggle(group);
            event.consume();
          }
        });
    all.getStyleClass().addAll("flat", "small");
    all.setOnAction(event -> model.hidden().clear());
    all.setVisible(false);
    all.managedProperty().bind(all.visibleProperty());
    VBox.setVgrow(list, Priority.SOMETIMES);
    getChildren().addAll(meaning, list, all);
    model.coloringProperty().addListener((property, before, now) -> show(now));
    InvalidationListener refresh = changed -> mark();
    model.hidden().addListener(refresh);
    model.darkProperty().addListener(refresh);
  }

  private void show(Coloring coloring) {
    if (coloring == null) {
      return;
    }
    meaning.setText(coloring.meaning());
    if (!list.getItems().equals(coloring.present())) {
      list.getItems().setAll(coloring.present());
    }
    list.setPrefHeight(ROW * list.getItems().size() + 4);
    list.setMinHeight(Math.min(4, list.getItems().size()) * ROW + 4);
    list.setMaxHeight(USE_PREF_SIZE);
    mark();
  }

  private void mark() {
    all.setVisible(!model.hidden().isEmpty());
    list.refresh();
  }

  private final class Cell extends ListCell<Integer> {
    private final Rectangle swatch = new Rectangle(SWATCH, SWATCH);
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox row;

    Cell() {
      swatch.setArcWidth(4);
      swatch.setArcHeight(4);
      swatch.setStrokeWidth(2);
      swatch.setStrokeType(javafx.scene.shape.StrokeType.INSIDE);
      name.setMinWidth(0);
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      count.getStyleClass().addAll("quiet", "figures");
      count.setMinWidth(USE_PREF_SIZE);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      row = new HBox(8, swatch, name, space, count);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMinWidth(0);
      row.setPrefWidth(1);
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
      addEventHandler(MouseEvent.MOUSE_ENTERED, event -> highlight(true));
      addEventHandler(MouseEvent.MOUSE_EXITED, event -> highlight(false));
    }

    private void clicked(MouseEvent event) {
      if (getItem() != null && event.getClickCount() == 2) {
        model.hidden().remove(getItem()); // what the first click did
        model.only(getItem());
      } else if (getItem() != null && event.getClickCount() == 1) {
        model.toggle(getItem());
      }
    }

    private void highlight(boolean on) {
      boolean seen = getItem() != null && !model.hidden().contains(getItem());
      model.highlightedProperty().set(on && seen ? getItem() : MapModel.NONE);
    }

    @Override
    protected void updateItem(Integer group, boolean empty) {
      super.updateItem(group, empty);
      Coloring coloring = model.coloringProperty().get();
      if (empty || group == null || coloring == null || group >= coloring.groups().size()) {
        setGraphic(null);
        return;
      }
      Coloring.Group shown = coloring.groups().get(group);
      boolean seen = !model.hidden().contains(group);
      swatch.setStroke(shown.on(model.darkProperty().get()));
      swatch.setFill(seen ? swatch.getStroke() : javafx.scene.paint.Color.TRANSPARENT);
      name.setText(shown.name());
      count.setText(Words.count(shown.count()));
      row.setOpacity(seen ? 1 : 0.6);
      String state = seen ? "shown" : "switched off";
      setAccessibleText(
          shown.name() + ", " + Words.count(shown.count(), "image", "images") + ", " + state);
      Tips.set(
          this,
          shown.name()
              + ": click to switch it "
              + (seen ? "off" : "on")
              + ", double click to see it alone");
      setGraphic(row);
    }
  }
}
