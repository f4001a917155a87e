package kindred.neighbors.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody says of two images. */
public enum Verdict {
  /** They show the same kind of thing: a good pair of positives. */
  SAME,
  /** They show different kinds of things: no positives of each other. */
  DIFFERENT,
  /** Looked at, and nobody could tell. */
  UNSURE,
  /** Passed over without an opinion. */
  SKIP;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says something of the pair. */
  public boolean decided() {
    return this == SAME || this == DIFFERENT;
  }
}
