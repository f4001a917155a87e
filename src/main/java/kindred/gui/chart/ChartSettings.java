package kindred.gui.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import kindred.gui.core.Remembered;
import kindred.metrics.Span;

/** How charts that stand together are looked at. For the application thread. */
final class ChartSettings {
  private static final double MOST_DECADES = 4;

  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(XAxis.STEP);
  private final DoubleProperty smoothing = new SimpleDoubleProperty();
  private final BooleanProperty log = new SimpleBooleanProperty();
  private final ObjectProperty<Span> zoom = new SimpleObjectProperty<>();

  /** Takes what was chosen last, and remembers what will be. */
  ChartSettings(Remembered remembered) {
    axis.set(remembered.choice("chart.axis", XAxis.STEP));
    smoothing.set(Math.min(1, Math.max(0, remembered.number("chart.smoothing", 0.25))));
    log.set(remembered.flag("chart.log", false));
    axis.addListener(
        (property, before, now) -> {
          zoom.set(null);
          remembered.put("chart.axis", now.name());
        });
    smoothing.addListener(
        (property, before, now) -> remembered.put("chart.smoothing", now.doubleValue()));
    log.addListener((property, before, now) -> remembered.put("chart.log", now));
  }

  /** What the charts run along; a change ends the zoom. */
  ObjectProperty<XAxis> axisProperty() {
    return axis;
  }

  /** From 0, none, to 1, over 10,000 points. */
  DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether the y axes are logarithmic. */
  BooleanProperty logProperty() {
    return log;
  }

  /** What is seen of the x axis, or null for all. */
  ObjectProperty<Span> zoomProperty() {
    return zoom;
  }

  /** Over about so many points values are averaged; 1 for no smoothing. */
  long points() {
    return Math.round(Math.pow(10, MOST_DECADES * smoothing.get()));
  }

  /** The weight of the past in {@link Smoothing}. */
  double weight() {
    return Smoothing.weightOver((double) points());
  }
}
