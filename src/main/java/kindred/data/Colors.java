package kindred.data;

/**
 * Changes of color in place, on planes of values 0 … 255, one plane per channel (1 or 3). Each
 * equals what torchvision does to a Pillow image, rounded to 8 bits after every change.
 */
final class Colors {
  private static final int BITS = 20;

  /** Keeps a product that is whole in exact arithmetic from falling just below in fixed point. */
  private static final int GUARD = 1 << 7;

  /** Hue in 255 steps; a sixth of the circle is 42½ steps, so twice the hue counts 85 a sixth. */
  private static final int SIXTH = 85;

  private static final int FULL = 255 * SIXTH;

  /** ⌈2²⁷ / 2c⌉, so that x·INVERSE[c] ≫ 27 is ⌊x/2c⌋ for every x that occurs below. */
  private static final long[] INVERSE = new long[256];

  /** Per channel and hue, how much of the saturation that channel loses, in 85ths. */
  private static final int[][] LOSS = new int[3][256];

  static {
    for (int c = 1; c < 256; c++) {
      INVERSE[c] = ((1L << 27) + 2L * c - 1) / (2L * c);
    }
    int[] farthestSixth = {5, 3, 1};
    for (int channel = 0; channel < 3; channel++) {
      for (int hue = 0; hue < 256; hue++) {
        int k = (farthestSixth[channel] * SIXTH + 2 * hue) % (6 * SIXTH);
        LOSS[channel][hue] = Math.max(0, Math.min(SIXTH, Math.min(k, 4 * SIXTH - k)));
      }
    }
  }

  private Colors() {}

  /** Multiplies every value, as Pillow's blend with black. */
  static void brightness(int[][] planes, double factor) {
    for (int[] plane : planes) {
      blend(plane, 0, fixed(factor));
    }
  }

  /**
   * Moves every value away from, or toward, the mean gray.
   *
   * @param gray scratch, as long as a plane
   */
  static void contrast(int[][] planes, double factor, int[] gray) {
    luminance(planes, gray);
    int sum = 0;
    for (int value : gray) {
      sum += value;
    }
    int mean = (int) ((double) sum / gray.length + 0.5);
    for (int[] plane : planes) {
      blend(plane, mean, fixed(factor));
    }
  }

  /**
   * Moves every pixel away from, or toward, its own gray. Nothing for one channel.
   *
   * @param gray scratch, as long as a plane
   */
  static void saturation(int[][] planes, double factor, int[] gray) {
    if (planes.length == 1) {
      return;
    }
    luminance(planes, gray);
    int f = fixed(factor);
    for (int[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        int value = ((gray[i] << BITS) + f * (plane[i] - gray[i]) + GUARD) >> BITS;
        plane[i] = clip(value);
      }
    }
  }

  private static void blend(int[] plane, int other, int f) {
    int base = (other << BITS) + GUARD;
    for (int i = 0; i < plane.length; i++) {
      int value = (base + f * (plane[i] - other)) >> BITS;
      plane[i] = clip(value);
    }
  }

  /** To 0 … 255 by masks, as the loops around it then become vector instructions. */
  private static int clip(int value) {
    return ((value & ~(value >> 31)) | ((255 - value) >> 31)) & 255;
  }

  private static int fixed(double factor) {
    return (int) Math.rint(factor * (1 << BITS));
  }

  /**
   * Turns the hue through an 8-bit HSV image, as Pillow holds it. Nothing for one channel. Pillow's
   * float arithmetic makes some hues that are whole in exact arithmetic one step smaller, about
   * three pixels in a thousand; these differ by a few levels.
   *
   * @param turn a share of the full circle, −0.5 … 0.5
   */
  static void hue(int[][] planes, double turn) {
    if (planes.length == 1) {
      return;
    }
    int shift = (int) (turn * 255);
    int[] red = planes[0];
    int[] green = planes[1];
    int[] blue = planes[2];
    for (int i = 0; i < red.length; i++) {
      int r = red[i];
      int g = green[i];
      int b = blue[i];
      int v = Math.max(r, Math.max(g, b));
      int chroma = v - Math.min(r, Math.min(g, b));
      int hue = (hueOf(r, g, b, v, chroma) + shift) & 255;
      int saturation = (int) ((510L * chroma * INVERSE[v]) >> 27);
      red[i] = lose(v, saturation * LOSS[0][hue]);
      green[i] = lose(v, saturation * LOSS[1][hue]);
      blue[i] = lose(v, saturation * LOSS[2][hue]);
    }
  }

  private static int hueOf(int r, int g, int b, int v, int chroma) {
    int sixths; // times chroma
    if (r == v) {
      sixths = g - b;
      sixths += (sixths >> 31) & (6 * chroma);
    } else if (g == v) {
      sixths = 2 * chroma + b - r;
    } else {
      sixths = 4 * chroma + r - g;
    }
    return (int) (((long) SIXTH * sixths * INVERSE[chroma]) >> 27);
  }

  private static int lose(int v, int loss) {
    return (v * (FULL - loss) + FULL / 2) / FULL;
  }

  /** Replaces color by gray. Nothing for one channel. */
  static void grayscale(int[][] planes) {
    if (planes.length == 1) {
      return;
    }
    luminance(planes, planes[0]);
    System.arraycopy(planes[0], 0, planes[1], 0, planes[0].length);
    System.arraycopy(planes[0], 0, planes[2], 0, planes[0].length);
  }

  /** The luma of ITU-R 601-2 in 16-bit fixed point, as Pillow's mode L. */
  private static void luminance(int[][] planes, int[] gray) {
    if (planes.length == 1) {
      System.arraycopy(planes[0], 0, gray, 0, gray.length);
      return;
    }
    int[] red = planes[0];
    int[] green = planes[1];
    int[] blue = planes[2];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (red[i] * 19595 + green[i] * 38470 + blue[i] * 7471 + 0x8000) >> 16;
    }
  }

  /** Inverts every value of the threshold and above. */
  static void solarize(int[][] planes, int threshold) {
    for (int[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        int invert = ((threshold - 1 - plane[i]) >> 31) & 255;
        plane[i] ^= invert;
      }
    }
  }
}
