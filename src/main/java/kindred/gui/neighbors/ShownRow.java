package kindred.gui.neighbors;

import java.util.List;

/**
 * An image with its neighbors, as a row shows them.
 *
 * @param image its number
 * @param chosenBy for how many images it is a neighbor
 * @param own the pairs that the filter keeps, nearest first
 * @param other the neighbors in the run that is compared with; empty without one
 */
record ShownRow(int image, int chosenBy, List<ShownPair> own, List<ShownPair> other) {}
