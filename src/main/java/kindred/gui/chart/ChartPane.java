package kindred.gui.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import kindred.gui.core.Theme;
import kindred.gui.core.Tips;
import kindred.metrics.Span;
import org.jfree.chart.fx.ChartCanvas;

/** One chart with its title, its word and the marks of the mouse. */
final class ChartPane extends VBox {
  private final ChartModel model;
  private final ChartFeed feed;
  private final ReadOnlyBooleanProperty dark;
  private final Pane surface = new Pane();
  private final Label word = new Label();
  private final Label nothing = new Label();
  private final Line cross = new Line();
  private final HoverCard card;
  private ChartCanvas canvas;
  private Point2D mouse;
  private boolean probing;

  /**
   * @param tools stand at the right of the title
   */
  ChartPane(ChartModel model, ChartFeed feed, Theme theme, Node... tools) {
    this.model = model;
    this.feed = feed;
    this.dark = theme.darkProperty();
    this.card = new HoverCard(theme);
    getStyleClass().add("charts-pane");
    Rectangle box = new Rectangle();
    box.getStyleClass().add("charts-zoom-box");
    cross.getStyleClass().add("charts-cross");
    nothing.getStyleClass().addAll("quiet", "charts-nothing");
    nothing.setWrapText(true);
    for (Node mark : List.of(box, cross, nothing)) {
      mark.setManaged(false);
      mark.setMouseTransparent(true);
    }
    cross.setVisible(false);
    surface.getChildren().addAll(nothing, cross, box, card);
    surface.getStyleClass().add("charts-surface");
    surface.setFocusTraversable(true);
    surface.setMinSize(0, 0);
    VBox.setVgrow(surface, Priority.ALWAYS);
    getChildren().addAll(header(tools), surface);
    new ChartMouse(model, surface, this::area, box, this::hover);
    surface.widthProperty().addListener(observable -> resized());
    surface.heightProperty().addListener(observable -> resized());
    model.drawingProperty().addListener((property, before, now) -> paint());
    dark.addListener((property, before, now) -> paint());
    paint();
  }

  private HBox header(Node... tools) {
    Label title = new Label(model.quantity().title());
    title.getStyleClass().add("strong");
    Tips.set(title, model.quantity().title()); // it may be cut
    word.getStyleClass().addAll("quiet", "small");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(8, title, word, space);
    header.getStyleClass().add("charts-header");
    header.getChildren().addAll(tools);
    surface
        .accessibleTextProperty()
        .bind(
            Bindings.concat(
                model.quantity().title(),
                ". Plus and minus zoom, left and right move, 0 shows everything."));
    return header;
  }

  private void resized() {
    model.columns((int) Math.max(50, surface.getWidth() - 88));
    if (canvas != null) {
      canvas.setWidth(surface.getWidth());
      canvas.setHeight(surface.getHeight());
    }
    nothing.resizeRelocate(0, 0, surface.getWidth(), surface.getHeight());
  }

  private void paint() {
    Drawing drawing = model.drawingProperty().get();
    if (drawing == null) {
      return;
    }
    nothing.setText(drawing.isEmpty() ? drawing.word() : "");
    word.setText(drawing.isEmpty() ? "" : drawing.word());
    if (canvas != null) {
      canvas.setChart(ChartPaper.chart(drawing, Look.onScreen(dark.get())));
    } else {
      canvas = new ChartCanvas(ChartPaper.chart(drawing, Look.onScreen(dark.get())));
      canvas.setMouseTransparent(true);
      canvas.setManaged(false);
      canvas.setTooltipEnabled(false);
      // Between drawings the canvas falls back to this font without JFreeChart's knowledge.
      canvas.getGraphicsContext2D().setFont(Font.font("Roboto", ChartFonts.AXES));
      surface.getChildren().add(0, canvas);
      resized();
    }
    if (mouse != null) {
      probe();
    }
  }

  /** Where the lines are, or null while there are none. */
  private Rectangle2D area() {
    Drawing drawing = model.drawingProperty().get();
    return canvas == null || drawing == null || drawing.isEmpty()
        ? null
        : canvas.getRenderingInfo().getPlotInfo().getDataArea();
  }

  private void hover(Point2D at) {
    Rectangle2D area = area();
    boolean inside = at != null && area != null && area.contains(at.getX(), at.getY());
    mouse = inside ? at : null;
    if (inside) {
      probe();
    } else {
      card.hide();
      cross.setVisible(false);
    }
  }

  private void probe() {
    if (probing || area() == null) {
      return;
    }
    Rectangle2D area = area();
    Point2D at = mouse;
    Span seen = model.drawingProperty().get().x();
    probing = true;
    feed.probe(
        model,
        seen.at((at.getX() - area.getMinX()) / area.getWidth()),
        readings -> {
          probing = false;
          if (mouse == null || readings.isEmpty()) {
            card.hide();
            cross.setVisible(false);
          } else {
            show(readings);
            if (!mouse.equals(at)) {
              probe();
            }
          }
        });
  }

  private void show(List<Probe.Reading> readings) {
    Rectangle2D area = area();
    Drawing drawing = model.drawingProperty().get();
    if (area == null) {
      return;
    }
    double x = area.getMinX() + area.getWidth() * drawing.x().shareOf(readings.get(0).x());
    cross.setStartX(x);
    cross.setEndX(x);
    cross.setStartY(area.getMinY());
    cross.setEndY(area.getMaxY());
    cross.setVisible(area.getMinX() <= x && x <= area.getMaxX());
    card.show(drawing.axis(), readings, mouse, surface);
  }
}
