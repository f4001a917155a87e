package kindred.gui.picture;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import kindred.gui.core.Tips;

/**
 * One image of a data set at a size that never changes, whatever is shown: scaled by a whole factor
 * without blur (an image larger than the place is made smaller, smoothly), its class as a thin
 * colored edge with the name on hover. One fixed tree of nodes, as recycled cells need.
 */
public final class Picture extends StackPane {
  private static final double EDGE = 3;

  private final double side;
  private final ImageView view = new ImageView();
  private final Rectangle edge = new Rectangle();
  private int shown = -1;
  private int asked; // counts what was asked for, so that nothing comes late
  private boolean sharpened;

  /**
   * @param side of the square that the image is shown in, in pixels, without the edge below it
   */
  public Picture(double side) {
    this.side = side;
    getStyleClass().add("image-back");
    setMinSize(side, side + EDGE);
    setPrefSize(side, side + EDGE);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    view.setPreserveRatio(true);
    // Placed here and not by a layout, which would run for every image that arrives.
    view.setManaged(false);
    edge.setManaged(false);
    edge.relocate(0, side);
    edge.setWidth(side);
    edge.setHeight(EDGE);
    getChildren().addAll(view, edge);
  }

  /** The height that a picture of a side takes, with the edge below it. */
  public static double height(double side) {
    return side + EDGE;
  }

  /** The largest whole factor at which an image of some pixels fits a side; at least 1. */
  public static int factor(double side, double pixels) {
    return Math.max(1, (int) Math.floor(side / pixels));
  }

  /** Shows an image when it has been read; until then nothing. */
  public void show(Pictures pictures, int image) {
    String name = pictures.className(image);
    String words = "image " + image + (name.isEmpty() ? "" : ", " + name);
    load(pictures, image, words, pictures.set().label(image));
  }

  /** The same without a word or color that tells its class. */
  public void showPlain(Pictures pictures, int image) {
    load(pictures, image, "image " + image, -1);
  }

  private void load(Pictures pictures, int image, String words, int label) {
    shown = image;
    sharpened = false;
    int question = ++asked;
    view.setImage(null);
    edge.setFill(ClassColors.of(label));
    Tips.set(this, words);
    setAccessibleText(words);
    pictures.load(
        image,
        there -> {
          if (question == asked && !sharpened) {
            put(there);
          }
        });
  }

  /**
   * Shows the image of a data set that is shown as its file has it, once that is read; until then,
   * and where there is no such file, it stays as it is.
   */
  public void sharpen(Originals originals) {
    int question = asked;
    originals.load(
        shown,
        sharper -> {
          if (question == asked) {
            sharpened = true;
            put(sharper, side, true); // a photograph, whose pixels nobody wants to tell apart
          }
        });
  }

  /** Shows an image that is no data set's, such as a reconstruction. */
  public void show(Image image, String words) {
    shown = -1;
    asked++;
    edge.setFill(ClassColors.of(-1));
    Tips.set(this, words);
    setAccessibleText(words);
    put(image);
  }

  /** Shows nothing. */
  public void clear() {
    shown = -1;
    asked++;
    view.setImage(null);
    edge.setFill(ClassColors.of(-1));
    Tips.set(this, "");
  }

  private void put(Image image) {
    double longer = Math.max(image.getWidth(), image.getHeight());
    if (longer > side) {
      put(image, side, true);
    } else {
      int factor = factor(side, longer);
      // enlarged here, as software rendering smooths whatever it is told
      put(PixelImages.enlarged(image, factor), longer * factor, false);
    }
  }

  /** Draws an image so that its longer side takes some pixels of the window. */
  private void put(Image drawn, double shownSide, boolean smooth) {
    double longer = Math.max(drawn.getWidth(), drawn.getHeight());
    view.setSmooth(smooth);
    view.setFitWidth(drawn.getWidth() / longer * shownSide);
    view.setFitHeight(drawn.getHeight() / longer * shownSide);
    view.setImage(drawn);
    view.relocate((side - view.getFitWidth()) / 2, (side - view.getFitHeight()) / 2);
  }
}
