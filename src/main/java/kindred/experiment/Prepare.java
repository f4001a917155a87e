package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is done to vectors before their neighbors are searched. */
public enum Prepare {
  /** Nothing. */
  NONE,
  /**
   * The mean vector is subtracted. It changes no euclidean distance, but the cosine of vectors with
   * a large part in common, as BYOL's have, says nothing before that.
   */
  CENTER,
  /** Centered, turned and scaled, so that all directions vary alike and none with another. */
  WHITEN;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
