package kindred.gui.decode;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kindred.gui.core.Words;

/** One direction: its share of the variance, a slider, and where the vector is along it. */
final class AxisRow extends HBox {
  private final Label share = new Label();
  private final Slider slider = new Slider();
  private final int number;

  /**
   * @param number from 1
   */
  AxisRow(int number, DirectionsModel.Axis axis) {
    super(8);
    this.number = number;
    getStyleClass().add("axis-row");
    Label name = new Label(Integer.toString(number));
    name.getStyleClass().addAll("quiet", "figures");
    name.setMinWidth(16);
    share.getStyleClass().add("figures");
    share.setMinWidth(56);
    share.setAlignment(Pos.CENTER_RIGHT);
    slider.setId("direction-" + number);
    slider.setMin(-axis.reach().get());
    slider.setMax(axis.reach().get());
    axis.reach()
        .addListener(
            (property, before, now) -> {
              slider.setMin(-now.doubleValue());
              slider.setMax(now.doubleValue());
            });
    slider.valueProperty().bindBidirectional(axis.place());
    slider.setBlockIncrement(0.25);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setShowTickMarks(true);
    slider.setMinWidth(96);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label place = new Label();
    place.getStyleClass().add("figures");
    place.setMinWidth(56);
    place.setAlignment(Pos.CENTER_RIGHT);
    place
        .textProperty()
        .bind(Bindings.createStringBinding(() -> words(axis.place().get()), axis.place()));
    setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(name, share, slider, place);
  }

  private static String words(double place) {
    double rounded = Math.round(place * 100) / 100.0 + 0.0; // −0 becomes 0
    return String.format(Locale.ROOT, rounded == 0 ? "%.2f σ" : "%+.2f σ", rounded);
  }

  void share(double ofVariance) {
    share.setText(Words.percent(ofVariance));
    slider.setAccessibleText(
        "Direction "
            + number
            + ", "
            + share.getText()
            + " of the variance, in standard deviations from the mean");
  }
}
