package kindred.gui.results;

import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Slider;

/** A slider over epochs that one steps through by mouse or arrow keys. */
public final class EpochSlider {
  private EpochSlider() {}

  /**
   * A slider.
   *
   * @param index the place of the epoch in sight, from 0
   * @param count how many epochs there are
   */
  public static Slider of(IntegerProperty index, ObservableIntegerValue count) {
    Slider slider = new Slider(0, Math.max(0, count.get() - 1), Math.max(0, index.get()));
    slider.setId("epoch-slider");
    slider.setAccessibleText("epoch");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setPrefWidth(240);
    slider.setDisable(count.get() < 2);
    count.addListener(
        (property, before, now) -> {
          slider.setMax(Math.max(0, now.intValue() - 1));
          slider.setDisable(now.intValue() < 2);
          slider.setValue(index.get());
        });
    slider
        .valueProperty()
        .addListener((property, before, now) -> index.set((int) Math.round(now.doubleValue())));
    index.addListener(
        (property, before, now) -> {
          if (Math.round(slider.getValue()) != now.intValue()) {
            slider.setValue(now.intValue());
          }
        });
    return slider;
  }
}
