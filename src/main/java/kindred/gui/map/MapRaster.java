package kindred.gui.map;

import java.nio.IntBuffer;
import java.util.function.BiConsumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import kindred.gui.core.Background;

/**
 * The picture of the points: drawn in the background, always the latest wish, somewhat larger than
 * the view. Until a wish is drawn, the last picture is moved to where it belongs. For the
 * application thread.
 */
final class MapRaster {
  /** So many pixels are drawn beyond each edge of the view, for moving. */
  static final int BEYOND = 96;

  private final Background background;
  private final BiConsumer<Shot, Mosaic> drawn;
  private final Painter painter = new Painter();
  private final ImageView view = new ImageView();
  private final Translate translate = new Translate();
  private final Scale scale = new Scale(1, 1);
  private Sheet shownOn;
  private Sheet spare;
  private Shot shown;
  private Shot wish;
  private boolean drawing;
  private long pictures;

  /** Memory that one thread draws into while another sheet is seen. */
  private record Sheet(int[] argb, PixelBuffer<IntBuffer> buffer, WritableImage image) {
    static Sheet of(int width, int height) {
      int[] argb = new int[width * height];
      PixelBuffer<IntBuffer> buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
      return new Sheet(argb, buffer, new WritableImage(buffer));
    }

    boolean fits(Shot shot) {
      return buffer.getWidth() == shot.width() && buffer.getHeight() == shot.height();
    }
  }

  /**
   * @param drawn told each time that a picture is seen
   */
  MapRaster(Background background, BiConsumer<Shot, Mosaic> drawn) {
    this.background = background;
    this.drawn = drawn;
    view.setManaged(false);
    view.setMouseTransparent(true);
    view.setSmooth(false);
    view.getTransforms().addAll(translate, scale);
  }

  ImageView view() {
    return view;
  }

  /** How many pictures were drawn so far. */
  long pictures() {
    return pictures;
  }

  /** What is seen now, or null for nothing yet. */
  Shot shown() {
    return shown;
  }

  /** Has a picture drawn, after the one that is being drawn, in the place of earlier wishes. */
  void draw(Shot shot) {
    wish = shot;
    drawOn();
  }

  private void drawOn() {
    if (drawing || wish == null) {
      return;
    }
    Shot shot = wish;
    wish = null;
    drawing = true;
    Sheet sheet = spare != null && spare.fits(shot) ? spare : Sheet.of(shot.width(), shot.height());
    spare = null;
    background.run(
        () -> {
          Mosaic mosaic = Mosaic.of(shot);
          painter.paint(shot, sheet.argb());
          mosaic.paint(shot, sheet.argb());
          return mosaic;
        },
        mosaic -> show(shot, sheet, mosaic),
        this::failed);
  }

  private void show(Shot shot, Sheet sheet, Mosaic mosaic) {
    drawing = false;
    pictures++;
    spare = shownOn;
    shownOn = sheet;
    shown = shot;
    sheet.buffer().updateBuffer(whole -> null);
    view.setImage(sheet.image());
    drawn.accept(shot, mosaic);
    drawOn();
  }

  private void failed(Throwable e) {
    drawing = false;
    throw new IllegalStateException("the map cannot be drawn", e);
  }

  /** Moves the picture to where its points are, seen from a camera in a view of some size. */
  void place(Camera camera, int width, int height) {
    if (shown == null) {
      return;
    }
    double ratio = camera.scale() / shown.camera().scale();
    double x = camera.viewX(shown.camera().x(), width) - ratio * shown.width() / 2.0;
    double y = camera.viewY(shown.camera().y(), height) - ratio * shown.height() / 2.0;
    boolean moved = Math.abs(ratio - 1) < 1e-9;
    scale.setX(moved ? 1 : ratio);
    scale.setY(moved ? 1 : ratio);
    translate.setX(moved ? Math.rint(x) : x);
    translate.setY(moved ? Math.rint(y) : y);
  }
}
