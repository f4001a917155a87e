package kindred.gui.data;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.data.Augmentation;
import kindred.gui.core.Tips;

/** Sliders for the strengths of one of the two views. */
final class Knobs {
  private static final double WIDTH = 272;

  private final AugmentationModel model;
  private final ToggleButton one = new ToggleButton("View 1");
  private final ToggleButton two = new ToggleButton("View 2");
  private final Map<Knob, Slider> sliders = new EnumMap<>(Knob.class);
  private final Map<Knob, Label> values = new EnumMap<>(Knob.class);
  private final VBox view = new VBox(8);
  private boolean following;

  Knobs(AugmentationModel model) {
    this.model = model;
    ToggleGroup which = new ToggleGroup();
    which.getToggles().addAll(one, two);
    which.selectToggle(one);
    ImagesView.keepOne(which);
    which.selectedToggleProperty().addListener((property, before, now) -> follow());
    HBox toggles = new HBox(one, two);
    ImagesView.pill(toggles);
    Button reset = new Button("Reset");
    reset.setId("reset-augmentation");
    reset.setAccessibleText("Back to the strengths that BYOL trains with");
    reset.setOnAction(event -> model.reset());
    Region space = new Region();
    HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
    view.getChildren().addAll(new HBox(8, toggles, space, reset), grid());
    view.setMinWidth(WIDTH);
    view.setPrefWidth(WIDTH);
    view.setMaxWidth(WIDTH);
    model.firstProperty().addListener((property, before, now) -> follow());
    model.secondProperty().addListener((property, before, now) -> follow());
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(6);
    grid.getColumnConstraints()
        .addAll(new ColumnConstraints(92), new ColumnConstraints(116), new ColumnConstraints(44));
    for (Knob knob : Knob.values()) {
      Slider slider = new Slider(knob.low(), knob.high(), knob.low());
      slider.setId("knob-" + knob.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      slider.setBlockIncrement((knob.high() - knob.low()) / 20);
      slider.setAccessibleText(knob.title() + ", " + knob.unit());
      slider.valueProperty().addListener((property, before, now) -> turned(knob, now));
      Label name = new Label(knob.title());
      Tips.set(name, knob.title() + ": " + knob.unit());
      name.setLabelFor(slider);
      name.disableProperty().bind(slider.disableProperty());
      Label value = new Label();
      value.getStyleClass().addAll("quiet", "figures");
      value.disableProperty().bind(slider.disableProperty());
      value.setMaxWidth(Double.MAX_VALUE);
      value.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
      sliders.put(knob, slider);
      values.put(knob, value);
      grid.addRow(grid.getRowCount(), name, slider, value);
    }
    return grid;
  }

  Node view() {
    return view;
  }

  /** What changes color only is of no use to gray images. */
  void grayImages(boolean gray) {
    sliders.forEach((knob, slider) -> slider.setDisable(gray && knob.colorOnly()));
  }

  private ObjectProperty<Augmentation> chosen() {
    return two.isSelected() ? model.secondProperty() : model.firstProperty();
  }

  private void turned(Knob knob, Number to) {
    if (!following && chosen().get() != null) {
      double rounded = Math.round(to.doubleValue() * 100) / 100.0;
      double value = Math.max(knob.low(), Math.min(knob.high(), rounded));
      chosen().set(knob.turned(chosen().get(), value));
    }
  }

  private void follow() {
    Augmentation now = chosen().get();
    if (now == null) {
      return;
    }
    following = true;
    sliders.forEach((knob, slider) -> slider.setValue(knob.of(now)));
    values.forEach(
        (knob, label) -> label.setText(String.format(Locale.ROOT, "%.2f", knob.of(now))));
    following = false;
  }
}
