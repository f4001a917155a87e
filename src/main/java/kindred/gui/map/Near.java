package kindred.gui.map;

/**
 * A neighbor of an image.
 *
 * @param distance NaN if unknown
 */
record Near(int image, float distance) {}
