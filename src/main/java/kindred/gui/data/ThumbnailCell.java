package kindred.gui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import kindred.gui.core.Words;
import kindred.gui.data.ImageOrder.Row;
import kindred.gui.picture.ClassColors;
import kindred.gui.picture.Picture;

/** A row of thumbnails, or the heading of a class. Its tree of nodes never changes. */
final class ThumbnailCell extends ListCell<Row> {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final double HEADING = 40;
  private static final double EDGE = 3;

  private final ThumbnailGrid grid;
  private final List<Picture> pictures = new ArrayList<>();
  private final HBox images = new HBox(ThumbnailGrid.GAP);
  private final Rectangle swatch = new Rectangle(8, 16);
  private final Label name = new Label();
  private final Label count = new Label();
  private final HBox heading = new HBox(8, swatch, name, count);
  private final double side;
  private Row shown;

  ThumbnailCell(ThumbnailGrid grid, int columns, double side) {
    this.grid = grid;
    this.side = side;
    for (int column = 0; column < columns; column++) {
      Picture picture = new Picture(side);
      int offset = column;
      picture.setOnMouseClicked(event -> clicked(offset));
      pictures.add(picture);
    }
    images.getChildren().addAll(pictures);
    heading.setAlignment(Pos.BOTTOM_LEFT);
    name.getStyleClass().add("strong");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinWidth(0);
    count.getStyleClass().addAll("quiet", "figures");
    count.setMinWidth(USE_PREF_SIZE);
    heading.setPadding(new Insets(0, 0, 8, 0));
    heading.setMinWidth(0);
    heading.setPrefWidth(1);
    StackPane both = new StackPane(images, heading);
    both.setAlignment(Pos.TOP_LEFT);
    setGraphic(both);
  }

  private void clicked(int column) {
    if (shown != null && !shown.heading() && shown.from() + column < shown.to()) {
      grid.open(shown.from() + column);
    }
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    Row now = empty ? null : row;
    heading.setVisible(now != null && now.heading());
    heading.setManaged(heading.isVisible());
    images.setVisible(now != null && !now.heading());
    images.setManaged(!heading.isVisible());
    setPrefHeight(now != null && now.heading() ? HEADING : side + EDGE + ThumbnailGrid.GAP);
    if (now != null && now.heading()) {
      showHeading(now);
    } else if (now != null) {
      showImages(now);
    }
    shown = now;
  }

  private void showHeading(Row row) {
    swatch.setFill(ClassColors.of(row.label()));
    name.setText(grid.opened().balance().name(row.label()));
    count.setText(Words.count(row.to() - row.from()));
    setAccessibleText(
        name.getText() + ", " + Words.count(row.to() - row.from(), "image", "images"));
  }

  private void showImages(Row row) {
    boolean same = row.equals(shown);
    setAccessibleText(null);
    for (int column = 0; column < pictures.size(); column++) {
      Picture picture = pictures.get(column);
      int place = row.from() + column;
      boolean there = place < row.to();
      picture.setVisible(there);
      picture.pseudoClassStateChanged(MARKED, there && grid.marked(place));
      if (there && !same) {
        picture.show(grid.opened().pictures(), grid.image(place));
      } else if (!there) {
        picture.clear();
      }
    }
  }
}
