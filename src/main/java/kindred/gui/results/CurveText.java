package kindred.gui.results;

/**
 * What is written at a curve; y is a share.
 *
 * @param title above it
 * @param x, y of the axes
 * @param xIsShare whether x is a share too, or else a whole number
 * @param point a sentence about a point: {@code %1$s} is x, {@code %2$s} is y and, of a curve with
 *     a band, {@code %3$s} its ends
 */
public record CurveText(String title, String x, String y, boolean xIsShare, String point) {}
