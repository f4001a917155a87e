package kindred.export;

import java.util.Locale;

/** A network that a training leaves. */
public enum Part {
  /** Images to vectors. */
  ENCODER,
  /** Vectors to images. */
  DECODER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
