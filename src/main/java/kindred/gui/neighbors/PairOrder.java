package kindred.gui.neighbors;

import kindred.neighbors.pairs.RowOrder;

/** In which order pairs are looked through. */
enum PairOrder {
  CLOSEST("Closest first", "Small distances first", RowOrder.CLOSEST),
  FARTHEST("Farthest first", "Large distances first", RowOrder.FARTHEST),
  DISAGREEMENT(
      "Disagreement",
      "Pairs of different classes first, the closest of them ahead",
      RowOrder.DISAGREEMENT),
  HUBS("Hubs first", "Neighbors of the most images first", RowOrder.HUBNESS),
  RUNS(
      "Runs disagree",
      "Images that the two runs give the most different neighbors first",
      RowOrder.CLOSEST),
  IMAGE("By image", "As the images are numbered", RowOrder.IMAGE),
  RANDOM("Random", "In random order", RowOrder.RANDOM);

  private final String title;
  private final String help;
  private final RowOrder rows;

  PairOrder(String title, String help, RowOrder rows) {
    this.title = title;
    this.help = help;
    this.rows = rows;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }

  /** The order of pairs; of {@link #RUNS} that among images that are equal. */
  RowOrder rows() {
    return rows;
  }
}
