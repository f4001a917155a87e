package kindred.gui.chart;

import java.awt.Color;
import kindred.gui.core.RunColors;

/**
 * The colors of a chart in one theme. They are AtlantaFX's Primer colors, which CSS gives to
 * everything around a chart but cannot give to what JFreeChart paints.
 *
 * @param background null if what lies behind shows through
 * @param text of axes
 * @param grid behind the lines
 */
record Look(boolean dark, Color background, Color text, Color grid) {
  private static final Color MUTED_ON_LIGHT = new Color(0x57606A);
  private static final Color MUTED_ON_DARK = new Color(0x8B949E);
  private static final Color GRID_ON_LIGHT = new Color(0xE3E7EB);
  private static final Color GRID_ON_DARK = new Color(0x262C34);
  private static final int FAINT = 80;

  /** In the window. */
  static Look onScreen(boolean dark) {
    return dark
        ? new Look(true, null, MUTED_ON_DARK, GRID_ON_DARK)
        : new Look(false, null, MUTED_ON_LIGHT, GRID_ON_LIGHT);
  }

  /** In a file, which ends up in a paper or on a slide. */
  static Look onPaper() {
    return new Look(false, Color.WHITE, new Color(0x24292F), GRID_ON_LIGHT);
  }

  /** The color of a run's line. */
  Color of(Drawing.Line line) {
    javafx.scene.paint.Color color = RunColors.of(line.run(), dark);
    return new Color(
        (int) Math.round(255 * color.getRed()),
        (int) Math.round(255 * color.getGreen()),
        (int) Math.round(255 * color.getBlue()),
        line.faint() ? FAINT : 255);
  }
}
