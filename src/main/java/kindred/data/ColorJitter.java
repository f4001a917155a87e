package kindred.data;

/**
 * Changes of color on planar uint8 pixels, in place, each rounding to uint8 as Pillow does. Images
 * of one channel know brightness and contrast only.
 */
final class ColorJitter {
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;

  private final byte[] lookup = new byte[256];

  /** Luma, ITU-R 601-2. */
  private static int gray(int r, int g, int b) {
    return (r * RED + g * GREEN + b * BLUE + 0x8000) >> 16;
  }

  /** from + factor·(value − from), cut to uint8. */
  private static int blend(float from, int value, float factor) {
    float mixed = from + factor * (value - from);
    return mixed <= 0 ? 0 : mixed >= 255 ? 255 : (int) mixed;
  }

  private void lookUp(byte[] pixels, int length) {
    for (int i = 0; i < length; i++) {
      pixels[i] = lookup[pixels[i] & 0xff];
    }
  }

  /** Towards black (factor below 1) or away from it. */
  void brightness(byte[] pixels, int length, float factor) {
    for (int v = 0; v < 256; v++) {
      lookup[v] = (byte) blend(0, v, factor);
    }
    lookUp(pixels, length);
  }

  /** Towards the mean gray or away from it. */
  void contrast(byte[] pixels, int plane, int channels, float factor) {
    long sum = 0;
    for (int i = 0; i < plane; i++) {
      sum += channels == 1 ? pixels[i] & 0xff : grayAt(pixels, i, plane);
    }
    int mean = (int) ((double) sum / plane + 0.5);
    for (int v = 0; v < 256; v++) {
      lookup[v] = (byte) blend(mean, v, factor);
    }
    lookUp(pixels, plane * channels);
  }

  private static int grayAt(byte[] pixels, int i, int plane) {
    return gray(pixels[i] & 0xff, pixels[i + plane] & 0xff, pixels[i + 2 * plane] & 0xff);
  }

  /** Each pixel towards its gray or away from it. */
  void saturation(byte[] pixels, int plane, float factor) {
    for (int i = 0; i < plane; i++) {
      int gray = grayAt(pixels, i, plane);
      for (int at = i; at < 3 * plane; at += plane) {
        pixels[at] = (byte) blend(gray, pixels[at] & 0xff, factor);
      }
    }
  }

  /** No color left. */
  void grayscale(byte[] pixels, int plane) {
    for (int i = 0; i < plane; i++) {
      byte gray = (byte) grayAt(pixels, i, plane);
      pixels[i] = gray;
      pixels[i + plane] = gray;
      pixels[i + 2 * plane] = gray;
    }
  }

  /** Inverts the bright half of all values. */
  void solarize(byte[] pixels, int length) {
    for (int i = 0; i < length; i++) {
      // A negative byte is a value of 128 or more; its inverse is the bitwise complement.
      pixels[i] = (byte) (pixels[i] ^ (pixels[i] >> 7));
    }
  }

  /**
   * Turns the hue.
   *
   * @param turn in 1/256 of the circle of {@code hsv}, as an unsigned byte
   */
  void hue(byte[] pixels, int plane, int turn) {
    for (int i = 0; i < plane; i++) {
      int r = pixels[i] & 0xff;
      int g = pixels[i + plane] & 0xff;
      int b = pixels[i + 2 * plane] & 0xff;
      int max = Math.max(r, Math.max(g, b));
      int range = max - Math.min(r, Math.min(g, b));
      if (range == 0) {
        continue;
      }
      float sixth;
      if (r == max) {
        sixth = (float) (g - b) / range;
      } else if (g == max) {
        sixth = 2 + (float) (b - r) / range;
      } else {
        sixth = 4 + (float) (r - g) / range;
      }
      // Hue and saturation pass through uint8, as in Pillow's HSV images.
      float circle = sixth / 6 + 1;
      int h = ((int) ((circle >= 1 ? circle - 1 : circle) * 255) + turn) & 0xff;
      int s = 255 * range / max;
      if (s == 0) {
        pixels[i] = (byte) max;
        pixels[i + plane] = (byte) max;
        pixels[i + 2 * plane] = (byte) max;
        continue;
      }
      turned(pixels, i, plane, h, s, max);
    }
  }

  private static void turned(byte[] pixels, int i, int plane, int h, int s, int v) {
    float sixth = h * (6 / 255f);
    int sector = (int) sixth;
    float f = sixth - sector;
    float saturation = s * (1 / 255f);
    byte full = (byte) v;
    byte p = (byte) (int) (v * (1 - saturation) + 0.5f);
    byte q = (byte) (int) (v * (1 - saturation * f) + 0.5f);
    byte t = (byte) (int) (v * (1 - saturation * (1 - f)) + 0.5f);
    int g = i + plane;
    int b = g + plane;
    switch (sector) {
      case 1 -> set(pixels, i, q, g, full, b, p);
      case 2 -> set(pixels, i, p, g, full, b, t);
      case 3 -> set(pixels, i, p, g, q, b, full);
      case 4 -> set(pixels, i, t, g, p, b, full);
      case 5 -> set(pixels, i, full, g, p, b, q);
      default -> set(pixels, i, full, g, t, b, p);
    }
  }

  private static void set(byte[] pixels, int i, byte r, int j, byte g, int k, byte b) {
    pixels[i] = r;
    pixels[j] = g;
    pixels[k] = b;
  }
}
