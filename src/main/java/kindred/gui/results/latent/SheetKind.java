package kindred.gui.results.latent;

import java.util.Locale;
import kindred.gui.core.Words;

/** What a sheet of pictures shows. */
public enum SheetKind {
  RECONSTRUCTIONS,
  INTERPOLATIONS,
  SAMPLES;

  private final String word = name().toLowerCase(Locale.ROOT);

  public String title() {
    return Words.capital(word);
  }

  /** One sentence on how to read it. */
  public String caption() {
    return switch (this) {
      case RECONSTRUCTIONS -> "Pairs: left the image, right what its vector gives back.";
      case INTERPOLATIONS -> "Each row leads from one image's vector to another's in equal steps.";
      case SAMPLES -> "Decoded draws from N(0, 1): images that nobody has seen.";
    };
  }

  /** What its files begin with. */
  String prefix() {
    return word + "-";
  }
}
