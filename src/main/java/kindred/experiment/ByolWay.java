package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** BYOL's three ways. */
public enum ByolWay {
  /** Two augmentations of the image. */
  BASELINE,
  /** The second view is sometimes made from the neighbor. */
  PROBABILISTIC,
  /** The target is a mean of the image's and the neighbor's. */
  WEIGHTED;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
