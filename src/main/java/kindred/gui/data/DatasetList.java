package kindred.gui.data;

import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.data.DatasetBin.Removed;
import kindred.data.Datasets;
import kindred.gui.core.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** All data sets, one of which is looked at; and the bin, with the way back out of it. */
final class DatasetList extends VBox {
  private final DatasetsModel model;
  private final RemovalModel removal;
  private final ListView<Datasets.Entry> list;
  private final MenuButton bin = new MenuButton(null, new FontIcon("fth-trash-2"));
  private final HBox undo = new HBox(8);
  private boolean following;

  DatasetList(DatasetsModel model, RemovalModel removal) {
    super(8);
    this.model = model;
    this.removal = removal;
    this.list = new ListView<>(model.entries());
    list.setId("datasets");
    list.setAccessibleText("Data sets");
    list.getStyleClass().addAll("dataset-list");
    list.setCellFactory(view -> new DatasetCell());
    list.setMinHeight(80);
    list.setPrefHeight(80); // it grows into what the others leave
    Label none = new Label("None yet");
    none.getStyleClass().add("quiet");
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox undo = undo();
    HBox.setHgrow(undo, Priority.ALWAYS);
    HBox removed = new HBox(8, undo, bin());
    removed.setAlignment(Pos.CENTER_RIGHT);
    removed.managedProperty().bind(bin.visibleProperty());
    getChildren().addAll(list, removed);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> selected(now));
    list.setOnKeyPressed(
        event -> {
          Datasets.Entry entry = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.DELETE && entry != null) {
            removal.remove(entry.name());
            event.consume();
          }
        });
    model.chosenProperty().addListener((property, before, now) -> follow());
    // later, as the list first forgets its selection when the data sets change
    model.entries().addListener((InvalidationListener) change -> Platform.runLater(this::follow));
    follow();
  }

  private void selected(Datasets.Entry entry) {
    if (!following && entry != null) {
      model.choose(entry.name());
    }
  }

  private void follow() {
    following = true;
    list.getSelectionModel().select(model.chosenProperty().get());
    following = false;
  }

  private MenuButton bin() {
    bin.setId("dataset-bin");
    bin.setAccessibleText("Removed data sets");
    bin.getStyleClass().addAll("button-icon", "flat");
    removal.inBin().addListener((InvalidationListener) change -> showBin());
    showBin();
    return bin;
  }

  private void showBin() {
    bin.getItems().clear();
    bin.setVisible(!removal.inBin().isEmpty());
    for (Removed removed : removal.inBin()) {
      MenuItem item =
          new MenuItem(
              "Put back " + removed.name() + " (" + Words.bytes((double) removed.bytes()) + ")");
      item.setMnemonicParsing(false);
      item.setOnAction(event -> removal.restore(removed));
      bin.getItems().add(item);
    }
    MenuItem empty = new MenuItem("Empty the bin…");
    empty.setOnAction(event -> removal.emptyBin());
    bin.getItems().addAll(new SeparatorMenuItem(), empty);
  }

  private HBox undo() {
    Label text = new Label();
    Button back = new Button("Undo");
    back.setId("undo-remove");
    back.getStyleClass().add("small-button");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setOnAction(event -> removal.undo());
    Button close = new Button(null, new FontIcon("fth-x"));
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText("Hide this");
    close.setOnAction(event -> removal.dismiss());
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    undo.getChildren().addAll(text, back, close);
    undo.setAlignment(Pos.CENTER_LEFT);
    Runnable show =
        () -> {
          Removed latest = removal.latestProperty().get();
          text.setText(latest == null ? "" : "Removed " + latest.name());
          undo.setVisible(latest != null);
          undo.setManaged(latest != null);
        };
    removal.latestProperty().addListener((property, before, now) -> show.run());
    show.run();
    return undo;
  }
}
