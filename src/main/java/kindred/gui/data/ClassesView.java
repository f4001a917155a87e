package kindred.gui.data;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import kindred.data.ImageSet;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Words;
import kindred.gui.data.ClassBalance.Share;
import kindred.gui.picture.ClassColors;

/** How many images each class has, as bars. */
final class ClassesView implements DataView {
  private final IntConsumer chosen;
  private final Label summary = new Label();
  private final ToggleButton byName = new ToggleButton("In order");
  private final ToggleButton byImages = new ToggleButton("Largest first");
  private final ListView<Share> list = new ListView<>();
  private final VBox bars = new VBox(8);
  private final Node none =
      new EmptyState(
          "fth-tag",
          "These images have no classes. Everything but purity, accuracy and oracle controls"
              + " works without. Import again from class folders, or with a labels file, to have"
              + " them.",
          null,
          () -> {});
  private final StackPane view = new StackPane(bars, none);
  private ClassBalance balance = new ClassBalance(java.util.List.of(), 0);

  /**
   * @param chosen told the label of a class whose images are wanted
   */
  ClassesView(IntConsumer chosen) {
    this.chosen = chosen;
    view.getStyleClass().add("data-tab");
    ToggleGroup order = new ToggleGroup();
    order.getToggles().addAll(byName, byImages);
    order.selectToggle(byName);
    ImagesView.keepOne(order);
    order.selectedToggleProperty().addListener((property, before, now) -> fill());
    HBox toggles = new HBox(byName, byImages);
    ImagesView.pill(toggles);
    summary.setWrapText(true);
    summary.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    HBox head = new HBox(16, summary, toggles);
    head.setAlignment(Pos.CENTER_LEFT);
    list.setId("class-bars");
    list.setAccessibleText("Classes; Enter shows the images of one");
    list.getStyleClass().add("quiet-list");
    list.setCellFactory(view -> new Bar());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    bars.getChildren().addAll(head, list);
  }

  private void choose() {
    Share share = list.getSelectionModel().getSelectedItem();
    if (share != null) {
      chosen.accept(share.label());
    }
  }

  @Override
  public String title() {
    return "Classes";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Opened opened) {
    if (opened == null) {
      return;
    }
    balance = opened.balance();
    bars.setVisible(balance.labeled());
    none.setVisible(!balance.labeled());
    summary.setText(balance.summary());
    fill();
  }

  private void fill() {
    list.getItems().setAll(byImages.isSelected() ? balance.byImages() : balance.classes());
  }

  private final class Bar extends ListCell<Share> {
    private final Rectangle swatch = new Rectangle(8, 16);
    private final Label name = new Label();
    private final Region bar = new Region();
    private final Pane track = new Pane(bar);
    private final Label count = new Label();
    private final Label percent = new Label();
    private final HBox row = new HBox(8, swatch, name, track, count, percent);

    Bar() {
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMinWidth(0);
      row.setPrefWidth(1);
      name.setMinWidth(144);
      name.setPrefWidth(144);
      name.setMaxWidth(144);
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      HBox.setHgrow(track, Priority.ALWAYS);
      track.setMinHeight(16);
      track.setMaxHeight(16);
      for (Label figure : new Label[] {count, percent}) {
        figure.getStyleClass().add("figures");
        figure.setAlignment(Pos.CENTER_RIGHT);
        figure.setMinWidth(64);
        figure.setPrefWidth(64);
      }
      percent.getStyleClass().add("quiet");
      bar.setPrefHeight(16);
      setOnMouseClicked(
          event -> {
            if (!isEmpty() && event.getClickCount() == 2) {
              choose();
            }
          });
      setGraphic(row);
    }

    @Override
    protected void updateItem(Share share, boolean empty) {
      super.updateItem(share, empty);
      row.setVisible(!empty && share != null);
      bar.prefWidthProperty().unbind();
      if (empty || share == null) {
        return;
      }
      Color color =
          share.label() == ImageSet.UNLABELED ? Color.GRAY : ClassColors.of(share.label());
      swatch.setFill(color);
      bar.setStyle("-fx-background-color: " + css(color) + "; -fx-background-radius: 2;");
      double part = share.images() / (double) Math.max(1, balance.largest());
      bar.prefWidthProperty().bind(track.widthProperty().multiply(part));
      name.setText(share.name());
      count.setText(Words.count(share.images()));
      percent.setText(Words.percent(share.images() / (double) Math.max(1, balance.images())));
      setAccessibleText(share.name() + ", " + Words.count(share.images(), "image", "images"));
    }
  }

  private static String css(Color color) {
    return "rgb(%d, %d, %d)"
        .formatted(
            Math.round(255 * color.getRed()),
            Math.round(255 * color.getGreen()),
            Math.round(255 * color.getBlue()));
  }
}
