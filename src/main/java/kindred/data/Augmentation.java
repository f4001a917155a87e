package kindred.data;

import kindred.experiment.BadInput;

/**
 * How one view is made from an image, as BYOL does it (Grill et al. 2020, appendix B): a random
 * crop resized, flip, color jitter in random order, grayscale, blur, solarize.
 *
 * @param minScale smallest share of the image's area in a crop; the largest is 1
 * @param maxAspect a crop's aspect ratio is log-uniform in [1/maxAspect, maxAspect]
 * @param flip probability of a horizontal flip
 * @param jitter probability of color jitter
 * @param brightness largest relative change of brightness
 * @param contrast largest relative change of contrast
 * @param saturation largest relative change of saturation
 * @param hue largest turn of the hue, of a full circle
 * @param grayscale probability of losing all color
 * @param blur probability of a Gaussian blur with σ uniform in 0.1–2 pixels
 * @param solarize probability of inverting all values from 128 on
 */
public record Augmentation(
    double minScale,
    double maxAspect,
    double flip,
    double jitter,
    double brightness,
    double contrast,
    double saturation,
    double hue,
    double grayscale,
    double blur,
    double solarize) {
  /** Up to this side images are too small to be blurred without losing what they show. */
  private static final int SMALL = 64;

  public Augmentation {
    share("minScale", minScale);
    share("flip", flip);
    share("jitter", jitter);
    share("grayscale", grayscale);
    share("blur", blur);
    share("solarize", solarize);
    if (!(maxAspect >= 1) || minScale == 0) {
      throw new BadInput("a crop needs minScale above 0 and maxAspect of at least 1");
    }
    if (!(brightness >= 0 && contrast >= 0 && saturation >= 0 && hue >= 0 && hue <= 0.5)) {
      throw new BadInput("jitter strengths must not be negative, and hue at most 0.5");
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new BadInput(name + " is " + value + "; it must lie between 0 and 1");
    }
  }

  /** The first view's, for images of this side. */
  public static Augmentation byolFirst(int size) {
    return byol(size <= SMALL ? 0 : 1, 0);
  }

  /** The second view's, for images of this side. */
  public static Augmentation byolSecond(int size) {
    return byol(size <= SMALL ? 0 : 0.1, 0.2);
  }

  private static Augmentation byol(double blur, double solarize) {
    return new Augmentation(0.08, 4.0 / 3, 0.5, 0.8, 0.4, 0.4, 0.2, 0.1, 0.2, blur, solarize);
  }
}
