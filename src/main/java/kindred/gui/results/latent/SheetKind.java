package kindred.gui.results.latent;

/** What a sheet of pictures shows. */
public enum SheetKind {
  RECONSTRUCTIONS("Reconstructions", "Pairs: left the image, right what its vector gives back."),
  INTERPOLATIONS(
      "Interpolations", "Each row leads from one image's vector to another's in equal steps."),
  SAMPLES("Samples", "Decoded draws from N(0, 1): images that nobody has seen.");

  private final String title;
  private final String caption;

  SheetKind(String title, String caption) {
    this.title = title;
    this.caption = caption;
  }

  public String title() {
    return title;
  }

  /** One sentence on how to read it. */
  public String caption() {
    return caption;
  }

  /** What its files begin with. */
  String prefix() {
    return title.toLowerCase(java.util.Locale.ROOT) + "-";
  }
}
