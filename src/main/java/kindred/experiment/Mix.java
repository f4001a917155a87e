package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When the weighted way mixes the target's projections of an image and of its positive. */
public enum Mix {
  /** As they are, so that the longer one counts for more. */
  BEFORE,
  /** After each was scaled to unit length. */
  AFTER;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
