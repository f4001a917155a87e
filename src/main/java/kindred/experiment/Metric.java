package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A distance between vectors. */
public enum Metric {
  /** ‖a − b‖. */
  EUCLIDEAN,
  /** 1 − cos(a, b); a zero vector is at distance 1 from everything. */
  COSINE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
