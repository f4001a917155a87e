package kindred.gui.chart;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.RunColors;
import kindred.gui.core.Theme;
import kindred.gui.core.Words;

/** Says what all runs have where the mouse is. */
final class HoverCard extends VBox {
  private static final double DISTANCE = 16;

  private final Theme theme;
  private final Label place = new Label();
  private final GridPane rows = new GridPane();

  HoverCard(Theme theme) {
    this.theme = theme;
    getStyleClass().add("charts-card");
    place.getStyleClass().addAll("quiet", "small");
    rows.setHgap(8);
    rows.setVgap(2);
    getChildren().addAll(place, rows);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /** Shows values beside the mouse, inside the region that it lies in. */
  void show(XAxis axis, List<Probe.Reading> readings, Point2D mouse, Region inside) {
    place.setText(words(axis, readings.get(0).x()));
    rows.getChildren().clear();
    for (int row = 0; row < readings.size(); row++) {
      Probe.Reading reading = readings.get(row);
      Label name = new Label(reading.name());
      name.setMaxWidth(200);
      Label value = new Label(Words.number(reading.value()));
      value.getStyleClass().add("strong");
      GridPane.setHalignment(value, HPos.RIGHT);
      rows.addRow(row, RunColors.dot(reading.run(), theme), name, value);
      if (!Double.isNaN(reading.smoothed())) {
        Label smoothed = new Label("smoothed " + Words.number(reading.smoothed()));
        smoothed.getStyleClass().add("quiet");
        rows.add(smoothed, 3, row);
      }
    }
    setVisible(true);
    applyCss(); // else the new labels have no size yet
    autosize();
    boolean leftOf = mouse.getX() + DISTANCE + getWidth() > inside.getWidth();
    double x = leftOf ? mouse.getX() - DISTANCE - getWidth() : mouse.getX() + DISTANCE;
    double y = Math.min(mouse.getY() + DISTANCE, inside.getHeight() - getHeight());
    relocate(Math.max(0, x), Math.max(0, y));
  }

  void hide() {
    setVisible(false);
  }

  /** {@code Step 1,200}, {@code Epoch 3.25}, {@code Time 12 min}. */
  static String words(XAxis axis, double x) {
    return axis.title()
        + " "
        + switch (axis) {
          case STEP -> Words.count(Math.round(x));
          case EPOCH -> Words.number(x);
          case TIME -> Words.duration(x);
        };
  }
}
