package kindred.gui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/**
 * What is drawn over the points: a ring around the image under the mouse, another around a marked
 * one, lines to neighbors, and the line that the user draws.
 */
final class MapMarks {
  private static final double RING = 14;

  private final MapModel model;
  private final IntFunction<Spot> places;
  private final Pane view = new Pane();
  private final Group lines = new Group();
  private final Rectangle hovered = ring("map-hovered");
  private final Rectangle marked = ring("map-marked");
  private final Rectangle opened = ring("map-opened");
  private final Path outline = new Path();
  private final List<Line> lineTo = new ArrayList<>();
  private final List<Rectangle> rings = new ArrayList<>();

  /**
   * Where an image is seen.
   *
   * @param side of its picture, or 0 if it is a dot
   */
  record Spot(double x, double y, double side) {}

  /**
   * @param places where an image is, or null if nowhere
   */
  MapMarks(MapModel model, IntFunction<Spot> places) {
    this.model = model;
    this.places = places;
    view.setManaged(false);
    view.setMouseTransparent(true);
    outline.getStyleClass().add("map-lasso");
    hovered.setId("map-ring");
    view.getChildren().addAll(lines, opened, marked, hovered, outline);
    model.hoveredProperty().addListener((property, before, now) -> place());
    model.markedProperty().addListener((property, before, now) -> place());
    model.openedProperty().addListener((property, before, now) -> open());
  }

  private static Rectangle ring(String style) {
    Rectangle ring = new Rectangle();
    ring.getStyleClass().addAll("map-mark", style);
    ring.setVisible(false);
    return ring;
  }

  Pane view() {
    return view;
  }

  private void open() {
    lines.getChildren().clear();
    lineTo.clear();
    rings.clear();
    for (int i = 0; i < model.nearProperty().get().size(); i++) {
      Line line = new Line();
      line.getStyleClass().add("map-line");
      lineTo.add(line);
      rings.add(ring("map-near"));
    }
    lines.getChildren().addAll(lineTo);
    lines.getChildren().addAll(rings);
    place();
  }

  /** Puts everything where its image is now. */
  void place() {
    put(hovered, model.hoveredProperty().get());
    put(marked, model.markedProperty().get());
    put(opened, model.openedProperty().get());
    Spot from = spot(model.openedProperty().get());
    List<Near> near = model.nearProperty().get();
    for (int i = 0; i < lineTo.size() && i < near.size(); i++) {
      Spot to = spot(near.get(i).image());
      lineTo.get(i).setVisible(from != null && to != null);
      put(rings.get(i), near.get(i).image());
      if (from != null && to != null) {
        lineTo.get(i).setStartX(from.x());
        lineTo.get(i).setStartY(from.y());
        lineTo.get(i).setEndX(to.x());
        lineTo.get(i).setEndY(to.y());
      }
    }
  }

  private Spot spot(int image) {
    return image == MapModel.NONE ? null : places.apply(image);
  }

  private void put(Rectangle ring, int image) {
    Spot spot = spot(image);
    ring.setVisible(spot != null);
    if (spot == null) {
      return;
    }
    boolean dot = spot.side() == 0;
    double width = dot ? RING : spot.side() + 4;
    double height = dot ? RING : spot.side() + Mosaic.EDGE + 4;
    ring.setX(Math.floor(spot.x()) + 0.5 - width / 2);
    ring.setY(Math.floor(spot.y()) + 0.5 - (dot ? height : spot.side() + 4) / 2);
    ring.setWidth(width);
    ring.setHeight(height);
    ring.setArcWidth(dot ? width : 4);
    ring.setArcHeight(dot ? height : 4);
  }

  /** Begins a line around points. */
  void beginOutline(double x, double y) {
    outline.getElements().setAll(new MoveTo(x, y));
  }

  /** Draws it on. */
  void drawOutline(double x, double y) {
    outline.getElements().removeIf(ClosePath.class::isInstance);
    outline.getElements().addAll(new LineTo(x, y), new ClosePath());
  }

  /** Takes it away. */
  void endOutline() {
    outline.getElements().clear();
  }
}
