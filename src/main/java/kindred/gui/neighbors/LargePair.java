package kindred.gui.neighbors;

import javafx.scene.layout.Pane;
import kindred.gui.picture.Originals;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;

/**
 * Two images side by side, as large as there is room, small ones at a whole factor. Classes show
 * only if they are asked for, as they would sway a judge.
 */
final class LargePair extends Pane {
  private static final double GAP = 24;
  private static final double MOST = 512;
  private static final double LEAST = 32;

  private Picture left = new Picture(LEAST);
  private Picture right = new Picture(LEAST);
  private double side = LEAST;
  private Pictures pictures;
  private Originals originals; // null where they are not wanted
  private int first = -1;
  private int second = -1;
  private boolean classes;

  LargePair() {
    getChildren().addAll(left, right);
    setMinSize(0, 0);
  }

  /**
   * Shows two images.
   *
   * @param sharper where they are had more sharply, or null
   * @param withClasses whether their classes are told
   */
  void show(Pictures of, Originals sharper, int one, int other, boolean withClasses) {
    pictures = of;
    originals = sharper;
    first = one;
    second = other;
    classes = withClasses;
    requestLayout();
    fill();
  }

  /** Shows nothing. */
  void clear() {
    first = -1;
    left.clear();
    right.clear();
  }

  private void fill() {
    if (first >= 0) {
      fill(left, first);
      fill(right, second);
    }
  }

  private void fill(Picture picture, int image) {
    if (classes) {
      picture.show(pictures, image);
    } else {
      picture.showPlain(pictures, image);
    }
    if (originals != null) {
      picture.sharpen(originals);
    }
  }

  private double fitting() {
    double room = Math.min(MOST, Math.min((getWidth() - GAP) / 2, getHeight() - Picture.height(0)));
    double longer =
        pictures == null
            ? LEAST
            : Math.max(pictures.set().info().width(), pictures.set().info().height());
    return longer <= room
        ? longer * Picture.factor(room, longer)
        : Math.max(LEAST, Math.floor(room));
  }

  @Override
  protected void layoutChildren() {
    double fitting = fitting();
    if (fitting != side) {
      side = fitting;
      left = new Picture(side);
      right = new Picture(side);
      getChildren().setAll(left, right);
      fill();
    }
    double x = Math.floor((getWidth() - 2 * side - GAP) / 2);
    double y = Math.floor((getHeight() - Picture.height(side)) / 2);
    left.resizeRelocate(x, y, side, Picture.height(side));
    right.resizeRelocate(x + side + GAP, y, side, Picture.height(side));
  }
}
