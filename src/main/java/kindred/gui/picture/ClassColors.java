package kindred.gui.picture;

import javafx.scene.paint.Color;

/**
 * A color for each class: the palette of Okabe and Ito, which color-blind people can tell apart,
 * and beyond it hues that are as far from one another as can be.
 */
public final class ClassColors {
  private static final String[] PALETTE = {
    "#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#0072B2", "#D55E00", "#F0E442", "#7F7F7F"
  };
  private static final double GOLDEN_ANGLE = 137.508;

  private ClassColors() {}

  /**
   * @param label index of the class; below 0 for none, which is transparent
   */
  public static Color of(int label) {
    if (label < 0) {
      return Color.TRANSPARENT;
    }
    return label < PALETTE.length
        ? Color.web(PALETTE[label])
        : Color.hsb(label * GOLDEN_ANGLE % 360, 0.55, label % 2 == 0 ? 0.85 : 0.6);
  }
}
