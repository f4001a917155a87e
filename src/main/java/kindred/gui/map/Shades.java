package kindred.gui.map;

import java.util.BitSet;

/**
 * How each point is colored: by its group, and paler if it is not among the selected. Immutable, as
 * it is read by threads that draw.
 *
 * @param groups a group for each point, in the order of the grid
 * @param selected the points that stand out, or null if none does
 * @param tints a tint for each group, then one for each group's points that do not stand out
 */
record Shades(short[] groups, BitSet selected, Tint[] tints) {
  /**
   * How a point is drawn.
   *
   * @param rgb its color
   * @param weight from 0 for unseen to 1
   */
  record Tint(int rgb, float weight) {}

  Tint of(int point) {
    int group = groups[point];
    return tints[selected == null || selected.get(point) ? group : group + tints.length / 2];
  }

  /** Whether a point is drawn at all. */
  boolean seen(int point) {
    return tints[groups[point]].weight() > 0;
  }
}
