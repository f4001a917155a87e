package kindred.gui.data;

import kindred.data.Augmentation;

/** One strength or probability of an augmentation that can be turned. */
enum Knob {
  SMALLEST_CROP("Smallest crop", "share of the area", 0, 0.02, 1),
  LARGEST_CROP("Largest crop", "share of the area", 1, 0.02, 1),
  FLIP("Flip", "probability", 4, 0, 1),
  JITTER("Color jitter", "probability", 5, 0, 1),
  BRIGHTNESS("Brightness", "strength", 6, 0, 1),
  CONTRAST("Contrast", "strength", 7, 0, 1),
  SATURATION("Saturation", "strength", 8, 0, 1),
  HUE("Hue", "largest turn", 9, 0, 0.5),
  GRAYSCALE("Grayscale", "probability", 10, 0, 1),
  BLUR("Blur", "probability", 11, 0, 1),
  SIGMA("Largest blur", "sigma in pixels", 13, 0.1, 8),
  SOLARIZE("Solarize", "probability", 14, 0, 1);

  private final String title;
  private final String unit;
  private final int place;
  private final double low;
  private final double high;

  Knob(String title, String unit, int place, double low, double high) {
    this.title = title;
    this.unit = unit;
    this.place = place;
    this.low = low;
    this.high = high;
  }

  String title() {
    return title;
  }

  /** What its number means. */
  String unit() {
    return unit;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  double of(Augmentation augmentation) {
    return values(augmentation)[place];
  }

  /** Whether turning it changes nothing in gray images. */
  boolean colorOnly() {
    return this == SATURATION || this == HUE || this == GRAYSCALE;
  }

  /** The same augmentation with this one turned; a smallest crop pushes the largest and back. */
  Augmentation turned(Augmentation a, double to) {
    double[] v = values(a);
    v[place] = to;
    if (v[0] > v[1]) {
      v[place == 0 ? 1 : 0] = to;
    }
    return new Augmentation(
        v[0],
        v[1],
        v[2],
        v[3],
        v[4],
        v[5],
        v[6],
        v[7],
        v[8],
        v[9],
        v[10],
        v[11],
        v[12],
        v[13],
        v[14],
        a.solarizeThreshold());
  }

  private static double[] values(Augmentation a) {
    return new double[] {
      a.minScale(), a.maxScale(), a.minAspect(), a.maxAspect(), a.flip(), a.jitter(),
      a.brightness(), a.contrast(), a.saturation(), a.hue(), a.grayscale(), a.blur(),
      a.minSigma(), a.maxSigma(), a.solarize()
    };
  }
}
