package kindred.export;

import java.util.Locale;

/** A network that a training leaves, or several of which each takes what the one before gives. */
public enum Part {
  /** Images to vectors. */
  ENCODER("images", "vectors", "the encoder"),
  /** Vectors to images. */
  DECODER("vectors", "images", "the decoder"),
  /** Images to images: an encoder, then its decoder. */
  AUTOENCODER("images", "reconstructions", "encoder and decoder"),
  /** Images to what BYOL compares: the encoder, then the projector. */
  PROJECTION("images", "projections", "encoder and projector");

  private final String input;
  private final String output;
  private final String title;

  Part(String input, String output, String title) {
    this.input = input;
    this.output = output;
    this.title = title;
  }

  /** What it takes, in a word. */
  public String input() {
    return input;
  }

  /** What it gives, in a word. */
  public String output() {
    return output;
  }

  /** What it consists of, for a sentence. */
  public String title() {
    return title;
  }

  /** Whether it gives a vector for each image. */
  public boolean embeds() {
    return this == ENCODER || this == PROJECTION;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
