package kindred.gui.map;

import javafx.scene.paint.Color;

/**
 * Colors from low to high that color-blind people see in the same order: the scale viridis of
 * matplotlib at six places, without the end that a background swallows.
 */
final class Scale {
  private static final Color[] STOPS = {
    Color.web("#440154"),
    Color.web("#414487"),
    Color.web("#2A788E"),
    Color.web("#22A884"),
    Color.web("#7AD151"),
    Color.web("#FDE725")
  };

  private Scale() {}

  /**
   * @param share from 0 for low to 1 for high
   * @param dark whether it stands on a dark background
   */
  static Color color(double share, boolean dark) {
    double place = (dark ? 0.2 + 0.8 * share : 0.88 * share) * (STOPS.length - 1);
    int stop = Math.min(STOPS.length - 2, (int) place);
    return STOPS[stop].interpolate(STOPS[stop + 1], place - stop);
  }
}
