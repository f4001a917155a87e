package kindred.gui.results;

import kindred.data.ImageSet;
import kindred.gui.picture.Picture;

/** How large the images of a data set are shown side by side. */
public final class PictureSize {
  private PictureSize() {}

  /**
   * The side of a place for one image: the image's own at the smallest whole factor that reaches a
   * size, or that size for images that are larger.
   *
   * @param about in pixels
   */
  public static double side(ImageSet images, double about) {
    int longer = Math.max(images.info().height(), images.info().width());
    int factor = Picture.factor(about, longer);
    if (longer * factor < about && longer < about) {
      factor++;
    }
    return longer > about ? about : longer * factor;
  }
}
