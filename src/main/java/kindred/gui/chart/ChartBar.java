package kindred.gui.chart;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.metrics.Quantity;

/** What is looked at, and how. */
final class ChartBar extends VBox {
  private final HBox groups = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<Quantity.Group, ToggleButton> buttons = new EnumMap<>(Quantity.Group.class);
  private final Consumer<Quantity.Group> chosen;

  /**
   * @param chosen told which quantities a user wants to see
   */
  ChartBar(ChartSettings settings, Consumer<Quantity.Group> chosen) {
    this.chosen = chosen;
    getStyleClass().add("charts-bar");
    keepOne(group);
    FlowPane controls = new FlowPane(24, 8, axes(settings), smoothing(settings), log(settings));
    controls.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(groups, controls);
  }

  /** A click on what is chosen leaves it chosen. */
  private static void keepOne(ToggleGroup toggles) {
    toggles
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
  }

  /** Offers these groups. */
  void offer(Set<Quantity.Group> offered) {
    if (offered.equals(buttons.keySet())) {
      return;
    }
    buttons.clear();
    groups.getChildren().clear();
    for (Quantity.Group one : offered) {
      ToggleButton button = new ToggleButton(one.title());
      button.setId("chart-group-" + one.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setOnAction(event -> chosen.accept(one));
      buttons.put(one, button);
      groups.getChildren().add(button);
    }
    pills(groups);
  }

  /** Marks a group as the one that is seen. */
  void choose(Quantity.Group shown) {
    buttons.get(shown).setSelected(true);
  }

  private static void pills(HBox box) {
    int last = box.getChildren().size() - 1;
    for (int i = 0; i <= last && last > 0; i++) {
      box.getChildren()
          .get(i)
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
    }
  }

  private static HBox axes(ChartSettings settings) {
    ToggleGroup axis = new ToggleGroup();
    keepOne(axis);
    HBox box = new HBox();
    for (XAxis one : XAxis.values()) {
      ToggleButton button = new ToggleButton(one.title());
      button.setId("chart-axis-" + one.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(axis);
      button.setSelected(settings.axisProperty().get() == one);
      button.setOnAction(event -> settings.axisProperty().set(one));
      settings
          .axisProperty()
          .addListener((property, before, now) -> button.setSelected(now == one));
      box.getChildren().add(button);
    }
    pills(box);
    return labeled("Along", box);
  }

  private static HBox smoothing(ChartSettings settings) {
    Slider slider = new Slider(0, 1, settings.smoothingProperty().get());
    slider.setId("chart-smoothing");
    slider.setPrefWidth(120);
    slider.setBlockIncrement(0.05);
    slider.setAccessibleText("Smoothing");
    Tips.set(slider, "An exponential moving average of what is measured step by step");
    slider.valueProperty().bindBidirectional(settings.smoothingProperty());
    Label points = new Label();
    points.setMinWidth(96);
    Runnable say = () -> points.setText(words(settings.points()));
    settings.smoothingProperty().addListener(observable -> say.run());
    say.run();
    return labeled("Smoothing", slider, points);
  }

  private static String words(long points) {
    if (points <= 1) {
      return "off";
    }
    long round = points < 100 ? points : Math.round(points / 10.0) * 10;
    return "over " + Words.count(round, "step", "steps");
  }

  private static CheckBox log(ChartSettings settings) {
    CheckBox log = new CheckBox("Logarithmic");
    log.setId("chart-log");
    log.selectedProperty().bindBidirectional(settings.logProperty());
    return log;
  }

  private static HBox labeled(String words, Region... controls) {
    Label label = new Label(words);
    label.getStyleClass().add("quiet");
    HBox box = new HBox(8, label);
    box.getChildren().addAll(controls);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
