package kindred.gui.neighbors;

import kindred.gui.picture.Picture;

/**
 * Where things stand in a row of pictures: the image left, its neighbors right of it in as many
 * lines as they need. The same for all rows, so that a list of them knows its length.
 *
 * @param side of a picture
 * @param names whether the class is written below it
 * @param columns neighbors in a line
 * @param lines of neighbors
 * @param otherLines of neighbors of the run that is compared with, below the others; 0 without one
 */
record RowLayout(double side, boolean names, int columns, int lines, int otherLines) {
  /** Of words above and below a picture. */
  static final double LINE = 16;

  /** Between a picture and the edge around it, and the edge itself. */
  static final double FRAME = 3;

  private static final double GAP = 4;
  private static final double ROW_GAP = 12;
  private static final double FIRST_GAP = 16;
  private static final double NARROWEST = 56;

  /**
   * The layout for a width.
   *
   * @param most neighbors that any row has to show
   * @param othersMost the same of the run that is compared with, 0 without one
   */
  static RowLayout fitting(double width, double side, boolean names, int most, int othersMost) {
    double slot = slotWidth(side) + GAP;
    int columns = (int) Math.max(1, Math.floor((width - slotWidth(side) - FIRST_GAP) / slot));
    return new RowLayout(side, names, columns, lines(most, columns), lines(othersMost, columns));
  }

  private static int lines(int pictures, int columns) {
    return (pictures + columns - 1) / columns;
  }

  static double slotWidth(double side) {
    return Math.max(side + 2 * FRAME, NARROWEST);
  }

  double slotWidth() {
    return slotWidth(side);
  }

  double slotHeight() {
    return LINE + Picture.height(side) + 2 * FRAME + (names ? 2 : 1) * LINE;
  }

  double rowHeight() {
    return Math.max(1, lines + otherLines) * (slotHeight() + GAP) + ROW_GAP;
  }

  /** How many neighbors of the run itself have room. */
  int slots() {
    return columns * lines;
  }

  /** How many of the run that is compared with have room. */
  int otherSlots() {
    return columns * otherLines;
  }

  double x(int slot) {
    return slotWidth() + FIRST_GAP + slot % columns * (slotWidth() + GAP);
  }

  double y(int slot) {
    int line = slot / columns;
    return line * (slotHeight() + GAP);
  }

  /** Of a slot of the run that is compared with. */
  double otherY(int slot) {
    return (lines + slot / columns) * (slotHeight() + GAP);
  }
}
