package kindred.data;

import kindred.experiment.BadInput;

/**
 * How one view of an image is distorted, in this order: random resized crop, horizontal flip, color
 * jitter, grayscale, blur, solarize. Defaults are those of BYOL (Grill et al. 2020, appendix B)
 * with the widely used milder jitter.
 *
 * @param minScale smallest share of the image's area that a crop covers
 * @param maxScale largest such share
 * @param minAspect smallest width/height of a crop; drawn log-uniformly
 * @param maxAspect largest width/height of a crop
 * @param flip probability of a horizontal flip
 * @param jitter probability that the four color changes below happen, in random order
 * @param brightness strength s: a factor uniform in [max(0, 1−s), 1+s]
 * @param contrast strength as for brightness
 * @param saturation strength as for brightness
 * @param hue largest turn of the hue, as a share of the full circle
 * @param grayscale probability of losing color
 * @param blur probability of a Gaussian blur
 * @param minSigma smallest standard deviation of the blur, in pixels of the view
 * @param maxSigma largest such deviation
 * @param solarize probability that bright values are inverted
 * @param solarizeThreshold lowest value, of 0 … 255, that is inverted
 */
public record Augmentation(
    double minScale,
    double maxScale,
    double minAspect,
    double maxAspect,
    double flip,
    double jitter,
    double brightness,
    double contrast,
    double saturation,
    double hue,
    double grayscale,
    double blur,
    double minSigma,
    double maxSigma,
    double solarize,
    int solarizeThreshold) {

  /** Views up to this many pixels wide are too coarse for a blur to be of use. */
  private static final int SMALL = 64;

  private static final Augmentation NONE =
      new Augmentation(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.1, 2, 0, 128);

  /**
   * Checks every value.
   *
   * @throws BadInput if a value is outside its range
   */
  public Augmentation {
    range("crop scale", minScale, maxScale, 1e-4, 1);
    range("crop aspect", minAspect, maxAspect, 0.01, 100);
    within("flip probability", flip, 0, 1);
    within("jitter probability", jitter, 0, 1);
    within("brightness strength", brightness, 0, 1);
    within("contrast strength", contrast, 0, 1);
    within("saturation strength", saturation, 0, 1);
    within("hue strength", hue, 0, 0.5);
    within("grayscale probability", grayscale, 0, 1);
    within("blur probability", blur, 0, 1);
    range("blur sigma", minSigma, maxSigma, 0.01, 50);
    within("solarize probability", solarize, 0, 1);
    within("solarize threshold", solarizeThreshold, 0, 256);
  }

  private static void range(String what, double from, double to, double low, double high) {
    within("smallest " + what, from, low, high);
    within("largest " + what, to, low, high);
    if (from > to) {
      throw new BadInput(
          "the smallest " + what + ", " + from + ", is above the largest, " + to + "; swap them");
    }
  }

  private static void within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new BadInput(what + " is " + value + "; choose a value from " + low + " to " + high);
    }
  }

  /** BYOL's first view, at a view size in pixels: always blurred if large, never solarized. */
  public static Augmentation byolFirst(int size) {
    return byol(size > SMALL ? 1.0 : 0, 0);
  }

  /**
   * BYOL's second view, at a view size in pixels: rarely blurred if large, solarized one in five.
   */
  public static Augmentation byolSecond(int size) {
    return byol(size > SMALL ? 0.1 : 0, 0.2);
  }

  private static Augmentation byol(double blur, double solarize) {
    return new Augmentation(
        0.08, 1, 3.0 / 4, 4.0 / 3, 0.5, 0.8, 0.4, 0.4, 0.2, 0.1, 0.2, blur, 0.1, 2, solarize, 128);
  }

  /**
   * Cropped and flipped only, as targets are in mean shift (Koohpayegani et al. 2021): a crop of at
   * least a fifth of the area, and the colors as they are.
   */
  public static Augmentation weak() {
    return new Augmentation(0.2, 1, 3.0 / 4, 4.0 / 3, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.1, 2, 0, 128);
  }

  /** The image as it is: centered and padded with zeros to the view's size, never resized. */
  public static Augmentation none() {
    return NONE;
  }

  /** Whether this is {@link #none}, whose views are padded and not resized. */
  public boolean changesNothing() {
    return equals(NONE);
  }
}
