package kindred.gui.map;

/**
 * How opaque a pixel is on which so many dots lie: one dot is well seen, and the more there are the
 * less each adds, so that what is crowded still shows where it is most crowded.
 */
final class Tones {
  private static final int STEPS = 32;
  private static final int TABLE = 128 * STEPS;

  private final double one;
  private final double crowd;
  private final float[] table = new float[TABLE];

  /**
   * The scale of a picture.
   *
   * @param crowd dots on a pixel where it is crowded
   */
  Tones(double crowd) {
    this.crowd = Math.max(Math.E, crowd);
    this.one = Math.max(0.4, Math.min(0.9, 0.9 - 0.1 * Math.log(Math.max(1, crowd))));
    for (int i = 0; i < TABLE; i++) {
      table[i] = (float) exact((double) i / STEPS);
    }
  }

  private double exact(double dots) {
    return dots <= 1 ? one * dots : Math.min(1, one + (1 - one) * Math.log(dots) / Math.log(crowd));
  }

  /** From 0 to 1. */
  float opacity(float dots) {
    int step = (int) (dots * STEPS + 0.5f);
    return step < TABLE ? table[step] : (float) exact(dots);
  }
}
