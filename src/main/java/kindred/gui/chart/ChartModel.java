package kindred.gui.chart;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kindred.gui.chart.Drawing.Wish;
import kindred.metrics.Quantity;
import kindred.metrics.Span;

/** One chart, without a picture of it. For the application thread. */
final class ChartModel {
  private final Quantity quantity;
  private final ChartSettings settings;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Span> yZoom = new ReadOnlyObjectWrapper<>();
  private boolean looking;
  private Span heldX;
  private Span heldY;
  private int columns = 400;

  /**
   * @param changed told when something else is to be seen
   */
  ChartModel(Quantity quantity, ChartSettings settings, Runnable changed) {
    this.quantity = quantity;
    this.settings = settings;
    this.changed = changed;
    settings.axisProperty().addListener((property, before, now) -> forgetUnits());
    settings.logProperty().addListener((property, before, now) -> forgetUnits());
    settings.zoomProperty().addListener((property, before, now) -> forgetHeld());
  }

  private void forgetUnits() {
    yZoom.set(null);
    forgetHeld();
  }

  private void forgetHeld() {
    heldX = null;
    heldY = null;
    changed.run();
  }

  Quantity quantity() {
    return quantity;
  }

  ChartSettings settings() {
    return settings;
  }

  /** What is to be seen, or null as long as nobody looked. */
  ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  void show(Drawing latest) {
    drawing.set(latest);
    Span zoom = settings.zoomProperty().get();
    if (looking && heldY == null && (zoom == null || zoom.equals(latest.x()))) {
      hold();
    }
  }

  /** How many pixels wide. */
  void columns(int now) {
    if (now > 0 && now != columns) {
      columns = now;
      changed.run();
    }
  }

  /** Keeps what is seen of the axes as it is, while somebody has the mouse on it. */
  void hold() {
    looking = true;
    Drawing now = drawing.get();
    if (now != null && !now.isEmpty()) {
      heldX = now.x();
      heldY = now.y();
    }
  }

  /** Lets the axes follow what comes. */
  void letGo() {
    looking = false;
    forgetHeld();
  }

  /** Shows a part of what is seen; y may be null for all of it. */
  void zoom(Span x, Span y) {
    yZoom.set(y);
    settings.zoomProperty().set(x);
    forgetHeld();
  }

  /** Zooms along x around a place, with a factor below 1 for closer. */
  void zoomAround(double factor, double place) {
    seenX().ifPresent(x -> zoom(x.zoomed(factor, place), yZoom.get()));
  }

  /** Zooms along x around the middle. */
  void zoomMiddle(double factor) {
    seenX().ifPresent(x -> zoomAround(factor, x.at(0.5)));
  }

  /** Moves what is seen along x by a share of its width. */
  void pan(double share) {
    seenX().ifPresent(x -> zoom(x.moved(share), yZoom.get()));
  }

  /** What is seen of the x axis, or soon will be; nothing if the chart is empty. */
  Optional<Span> seenX() {
    return Optional.ofNullable(settings.zoomProperty().get())
        .or(() -> Optional.ofNullable(drawing.get()).map(Drawing::x));
  }

  /** Shows everything again. */
  void resetZoom() {
    yZoom.set(null);
    settings.zoomProperty().set(null);
    forgetHeld();
  }

  /** What is chosen of the y axis, or null for all. */
  ReadOnlyObjectProperty<Span> yZoomProperty() {
    return yZoom.getReadOnlyProperty();
  }

  /** What is to be drawn next. */
  Wish wish() {
    Optional<Span> zoomX = Optional.ofNullable(settings.zoomProperty().get());
    Optional<Span> zoomY = Optional.ofNullable(yZoom.get());
    Optional<Span> x = zoomX.or(() -> Optional.ofNullable(heldX));
    Optional<Span> y = zoomY.or(() -> Optional.ofNullable(heldY));
    return new Wish(
        quantity,
        settings.axisProperty().get(),
        settings.weight(),
        settings.logProperty().get(),
        x,
        y,
        heldX != null && zoomX.isEmpty(),
        columns);
  }

  /** Whether a drawing answers what is wished now, but for what has come since. */
  boolean stillWished(Drawing answer) {
    return answer.axis() == settings.axisProperty().get()
        && answer.log() == settings.logProperty().get();
  }
}
