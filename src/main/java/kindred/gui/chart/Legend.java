package kindred.gui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.core.RunColors;
import kindred.gui.core.Theme;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whose line is which, and which of them is the baseline. */
final class Legend extends FlowPane {
  private final Theme theme;
  private final Consumer<String> pin;
  private List<Source> sources = List.of();

  /**
   * @param pin told which run shall be the baseline; null for none
   */
  Legend(Theme theme, Consumer<String> pin) {
    super(16, 4);
    this.theme = theme;
    this.pin = pin;
    getStyleClass().add("charts-legend");
    theme.darkProperty().addListener(observable -> show(sources));
  }

  void show(List<Source> those) {
    sources = those;
    getChildren().setAll(those.stream().map(this::entry).toList());
  }

  private HBox entry(Source source) {
    Line sample = new Line(0, 0, 20, 0);
    sample.setStroke(RunColors.of(source.run(), theme.darkProperty().get()));
    sample.setStrokeWidth(source.baseline() ? 2.5 : 2);
    sample.getStrokeDashArray().setAll(dashes(source));
    Label name = new Label(source.name());
    name.setMaxWidth(280);
    Tips.set(name, source.name() + " (" + source.run() + ")");
    ToggleButton baseline = new ToggleButton(null, new FontIcon("fth-map-pin"));
    baseline.setId("chart-pin-" + source.run());
    baseline.setSelected(source.baseline());
    String words =
        source.baseline()
            ? "Unpin the baseline " + source.name()
            : "Pin " + source.name() + " as the baseline that stays in all charts";
    Tips.set(baseline, words);
    baseline.setAccessibleText(words);
    baseline.getStyleClass().addAll("flat", "charts-pin");
    baseline.setOnAction(event -> pin.accept(source.baseline() ? null : source.run()));
    HBox entry = new HBox(6, sample, name);
    if (source.baseline()) {
      Label mark = new Label("baseline");
      mark.getStyleClass().addAll("quiet", "small");
      entry.getChildren().add(mark);
    }
    entry.getChildren().add(baseline);
    entry.getStyleClass().add("charts-legend-entry");
    return entry;
  }

  private static Double[] dashes(Source source) {
    if (source.baseline()) {
      return new Double[] {6.0, 4.0};
    }
    return switch (RunColors.pattern(source.run())) {
      case SOLID -> new Double[] {};
      case DOTTED -> new Double[] {1.0, 4.0};
      case DASH_DOTTED -> new Double[] {5.0, 4.0, 1.0, 4.0};
    };
  }
}
