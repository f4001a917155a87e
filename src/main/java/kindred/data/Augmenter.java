package kindred.data;

import java.util.Arrays;

/**
 * Makes views of uint8 images C×H×W, C being 1 or 3, as C×size×size. Each step equals torchvision's
 * on Pillow images, including the rounding to 8 bits in between. Holds scratch memory and allocates
 * next to nothing per view; one per thread.
 *
 * <p>An augmented view always takes the same number of draws, whatever its augmentation: switching
 * a step off, or leaving color out, changes no other step.
 */
public final class Augmenter {
  /** Largest size of a view; beyond it the fixed-point sums could overflow. */
  public static final int MAX_SIZE = 2048;

  private static final int[][] ORDERS = orders();

  private final int channels;
  private final int height;
  private final int width;
  private final int size;
  private final int[][] planes;
  private final int[] gray;
  private final double[] factors = new double[4];
  private final BilinearResize resize;
  private final GaussianBlur blur;

  /**
   * For images of one shape.
   *
   * @param size of the views, in pixels
   */
  public Augmenter(int channels, int height, int width, int size) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("images have 1 or 3 channels, not " + channels);
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("views have 1 to " + MAX_SIZE + " pixels, not " + size);
    }
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.size = size;
    this.planes = new int[channels][size * size];
    this.gray = new int[size * size];
    this.resize = new BilinearResize(size);
    this.blur = new GaussianBlur(size);
  }

  private static int[][] orders() {
    int[][] orders = new int[24][];
    int count = 0;
    for (int code = 0; code < 256; code++) {
      int[] order = {code >> 6, code >> 4 & 3, code >> 2 & 3, code & 3};
      if (Arrays.stream(order).distinct().count() == 4) {
        orders[count++] = order;
      }
    }
    return orders;
  }

  /**
   * Makes one view.
   *
   * @param image C×H×W
   * @param target C×size×size bytes are written from the offset on
   * @throws IllegalArgumentException if the augmentation is none and the image is larger than the
   *     view
   */
  public void view(Augmentation how, byte[] image, Draws draws, byte[] target, int offset) {
    if (how.changesNothing()) {
      plain(image, target, offset);
      return;
    }
    Crop crop = Crop.draw(how, height, width, draws);
    boolean flip = draws.bernoulli(how.flip());
    for (int c = 0; c < channels; c++) {
      resize.resize(image, c * height * width, width, crop, flip, planes[c]);
    }
    jitter(how, draws);
    if (draws.bernoulli(how.grayscale())) {
      Colors.grayscale(planes);
    }
    boolean blurred = draws.bernoulli(how.blur());
    double sigma = draws.uniform(how.minSigma(), how.maxSigma());
    if (blurred) {
      blur.blur(planes, sigma);
    }
    if (draws.bernoulli(how.solarize())) {
      Colors.solarize(planes, how.solarizeThreshold());
    }
    write(target, offset);
  }

  private void jitter(Augmentation how, Draws draws) {
    boolean jittered = draws.bernoulli(how.jitter());
    int[] order = ORDERS[draws.nextInt(ORDERS.length)];
    factors[0] = draws.uniform(1 - how.brightness(), 1 + how.brightness());
    factors[1] = draws.uniform(1 - how.contrast(), 1 + how.contrast());
    factors[2] = draws.uniform(1 - how.saturation(), 1 + how.saturation());
    factors[3] = draws.uniform(-how.hue(), how.hue());
    if (!jittered) {
      return;
    }
    for (int step : order) {
      switch (step) {
        case 0 -> Colors.brightness(planes, factors[0]);
        case 1 -> Colors.contrast(planes, factors[1], gray);
        case 2 -> Colors.saturation(planes, factors[2], gray);
        default -> {
          // HSV in 8 bits loses a little even when nothing turns, so it is left out when off
          if (how.hue() > 0) {
            Colors.hue(planes, factors[3]);
          }
        }
      }
    }
  }

  private void write(byte[] target, int offset) {
    int at = offset;
    for (int[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        target[at + i] = (byte) plane[i];
      }
      at += plane.length;
    }
  }

  private void plain(byte[] image, byte[] target, int offset) {
    if (height > size || width > size) {
      throw new IllegalArgumentException(
          "a " + width + "×" + height + " image has no plain view of " + size + " pixels");
    }
    int corner = (size - height) / 2 * size + (size - width) / 2;
    Arrays.fill(target, offset, offset + channels * size * size, (byte) 0);
    for (int c = 0; c < channels; c++) {
      int to = offset + c * size * size + corner;
      for (int y = 0; y < height; y++) {
        System.arraycopy(image, (c * height + y) * width, target, to + y * size, width);
      }
    }
  }
}
