package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import kindred.gui.picture.ClassColors;
import kindred.gui.results.ShareBar;

/** How pure the pairs of each class are, the least pure first. */
final class ClassPurityList extends VBox {
  /** A class; its share is null without pairs. */
  private record Share(int label, String name, Double share) {}

  private static final double ROW = 28;

  /** More classes than this are scrolled through. */
  private static final int MOST_ROWS = 12;

  private final ListView<Share> list = new ListView<>();

  ClassPurityList() {
    Label title = new Label("Purity by class");
    title.getStyleClass().add("strong");
    list.getStyleClass().add("class-bars");
    list.setAccessibleText("Purity by class, the least pure first");
    list.setCellFactory(view -> new Cell());
    list.setFixedCellSize(ROW);
    VBox.setVgrow(list, Priority.ALWAYS);
    setSpacing(4);
    getChildren().addAll(title, list);
  }

  /**
   * Shows shares.
   *
   * @param shares by class, not a number for one without pairs
   */
  void show(double[] shares, Browsed browsed) {
    List<Share> all = new ArrayList<>();
    for (int label = 0; label < shares.length; label++) {
      Double share = Double.isNaN(shares[label]) ? null : shares[label];
      all.add(new Share(label, browsed.className(label), share));
    }
    all.sort(Comparator.comparing(Share::share, Comparator.nullsLast(Comparator.naturalOrder())));
    if (!all.equals(list.getItems())) {
      list.getItems().setAll(all);
      list.setMinHeight(ROW * Math.min(MOST_ROWS, all.size()));
      list.setPrefHeight(list.getMinHeight());
    }
    setVisible(!all.isEmpty());
    setManaged(!all.isEmpty());
  }

  private static final class Cell extends ListCell<Share> {
    private final Rectangle swatch = new Rectangle(8, 8);
    private final Label name = new Label();
    private final ShareBar bar = new ShareBar("bar-probe");
    private final HBox row = new HBox(8, swatch, name, bar);

    Cell() {
      name.setPrefWidth(96);
      name.setMinWidth(96);
      HBox.setHgrow(bar, Priority.ALWAYS);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(Share item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      swatch.setFill(ClassColors.of(item.label()));
      name.setText(item.name());
      bar.show(item.share());
      setAccessibleText(item.name() + ": purity " + bar.words());
      setGraphic(row);
    }
  }
}
