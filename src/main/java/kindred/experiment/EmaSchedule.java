package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the decay of BYOL's moving average changes during a training. */
public enum EmaSchedule {
  /** The same at each step. */
  CONSTANT,
  /**
   * Rises to 1 at the end: τ = 1 − (1 − τ₀)·(cos(πk/K) + 1)/2 at step k of K (Grill et al. 2020).
   */
  COSINE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
