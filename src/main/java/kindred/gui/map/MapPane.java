package kindred.gui.map;

import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import kindred.gui.core.Background;

/**
 * The map itself: points that are moved by dragging, made larger by the wheel, pointed at, opened
 * and drawn around. What happens is told to the model.
 */
final class MapPane extends Pane {
  private static final double NEAR = 10;

  private final MapModel model;
  private final MapRaster raster;
  private final MapMarks marks;
  private final ObjectProperty<Camera> camera = new SimpleObjectProperty<>(new Camera(0, 0, 1));
  private final BooleanProperty lasso = new SimpleBooleanProperty();
  private Thumbnails thumbnails;
  private Mosaic mosaic = Mosaic.NONE;
  private boolean fitted = true;

  /**
   * @param clicked told the image that was clicked, or {@link MapModel#NONE} for none
   * @param chosen told the image that was clicked twice
   */
  MapPane(MapModel model, Background background, IntConsumer clicked, IntConsumer chosen) {
    this.model = model;
    this.raster = new MapRaster(background, this::drawn);
    this.marks = new MapMarks(model, this::placeOf);
    getStyleClass().add("map-pane");
    setId("map");
    setFocusTraversable(true);
    setMinSize(160, 160);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(raster.view(), marks.view());
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    new MapMouse(this, model, background, clicked, chosen).listen();
    new MapKeys(this, model, chosen).listen();
    widthProperty().addListener((property, before, now) -> resized());
    heightProperty().addListener((property, before, now) -> resized());
    camera.addListener((property, before, now) -> moved());
    model.shadesProperty().addListener((property, before, now) -> redraw());
    lasso.addListener((p, before, now) -> setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT));
  }

  /**
   * Sets what stands in the place of dots where there is room.
   *
   * @param images or null for nothing
   */
  void thumbnails(Thumbnails images) {
    thumbnails = images;
    redraw();
  }

  /** What stands in the place of dots where there is room, or null. */
  Thumbnails thumbnails() {
    return thumbnails;
  }

  /** Shows the map but for outliers, and goes on doing so while its size changes. */
  void fit() {
    fitted = true;
    camera.set(Camera.fit(model.gridProperty().get().most(), getWidth(), getHeight()));
    redraw();
  }

  /** From where one looks. */
  ObjectProperty<Camera> cameraProperty() {
    return camera;
  }

  /** Looks from elsewhere, but never where there is nothing. */
  void look(Camera from) {
    fitted = false;
    camera.set(from.within(model.gridProperty().get().extent(), getWidth(), getHeight()));
  }

  /** Whether dragging draws around points, also without the Shift key. */
  BooleanProperty lassoProperty() {
    return lasso;
  }

  /** How many pictures were drawn so far. */
  long pictures() {
    return raster.pictures();
  }

  /** Whether the points of the model are seen, and there are some. */
  boolean isDrawn() {
    Shot shown = raster.shown();
    return shown != null && shown.grid() == model.gridProperty().get() && shown.grid().count() > 0;
  }

  MapMarks marks() {
    return marks;
  }

  double mapX(double viewX) {
    return camera.get().mapX(viewX, (int) getWidth());
  }

  double mapY(double viewY) {
    return camera.get().mapY(viewY, (int) getHeight());
  }

  private void resized() {
    if (fitted) {
      fit();
    } else {
      moved();
    }
  }

  private void moved() {
    raster.place(camera.get(), (int) getWidth(), (int) getHeight());
    marks.place();
    redraw();
  }

  private void redraw() {
    int width = (int) getWidth();
    int height = (int) getHeight();
    PointGrid grid = model.gridProperty().get();
    Shades shades = model.shadesProperty().get();
    if (width > 0 && height > 0 && shades.groups().length == grid.count()) {
      int beyond = 2 * MapRaster.BEYOND;
      raster.draw(
          new Shot(grid, shades, camera.get(), width + beyond, height + beyond, thumbnails));
    }
  }

  private void drawn(Shot shot, Mosaic images) {
    mosaic = shot.grid() == model.gridProperty().get() ? images : Mosaic.NONE;
    raster.place(camera.get(), (int) getWidth(), (int) getHeight());
    marks.place();
  }

  /** Where an image is in the view, and how large its dot or picture. */
  MapMarks.Spot placeOf(int image) {
    PointGrid grid = model.gridProperty().get();
    int point = grid.pointOf(image);
    if (point == PointGrid.NONE) {
      return null;
    }
    Camera now = camera.get();
    double x = now.viewX(grid.x(point), (int) getWidth());
    double y = now.viewY(grid.y(point), (int) getHeight());
    return new MapMarks.Spot(x, y, mosaic.has(point) ? mosaic.side() : 0);
  }

  /** The image at a place of the view, or {@link MapModel#NONE}. */
  int imageAt(double viewX, double viewY) {
    PointGrid grid = model.gridProperty().get();
    if (grid.count() == 0) {
      return MapModel.NONE;
    }
    int covering = mosaic.at(viewX + MapRaster.BEYOND, viewY + MapRaster.BEYOND);
    int point =
        covering != PointGrid.NONE && isWhereItWas(covering)
            ? covering
            : grid.nearest(mapX(viewX), mapY(viewY), NEAR / camera.get().scale(), model::seen);
    return point == PointGrid.NONE ? MapModel.NONE : grid.image(point);
  }

  /** A picture that was drawn for another camera says little. */
  private boolean isWhereItWas(int point) {
    return point < model.gridProperty().get().count() && model.seen(point);
  }
}
