package kindred.gui.core;

/** Where one can be in the window, in the order of the rail. */
public enum Place {
  DATA("Data", "The images that everything is learned from.", "fth-image"),
  LATENT("Latent space", "A vector for every image, learned without labels.", "fth-box"),
  NEIGHBORS(
      "Neighbors", "For every image, the most similar others in a latent space.", "fth-share-2"),
  BYOL(
      "BYOL",
      "An encoder learned from two views, and from neighbors as further positives.",
      "fth-layers"),
  EVALUATION("Evaluation", "Did it help? Linear probe and k-NN on held-out images.", "fth-target"),
  MODELS("Models", "What was learned, ready to be used elsewhere.", "fth-package"),
  RUNS("Runs", "Everything that was run, to sort, compare and take up again.", "fth-list"),
  STUDIES("Studies", "One experiment in variations, over several seeds.", "fth-grid"),
  COMPUTE("Compute", "The engine, its devices and how they are used.", "fth-cpu"),
  LOG("Log", "What happened, and what went wrong.", "fth-file-text");

  private final String title;
  private final String purpose;
  private final String icon;

  Place(String title, String purpose, String icon) {
    this.title = title;
    this.purpose = purpose;
    this.icon = icon;
  }

  public String title() {
    return title;
  }

  /** One sentence. */
  public String purpose() {
    return purpose;
  }

  /** Its name in Ikonli's Feather pack. */
  public String icon() {
    return icon;
  }
}
