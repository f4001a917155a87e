package kindred.neighbors.pairs;

import kindred.metrics.Wilson;

/**
 * What a sample of judged pairs tells of all of them: precision, the share of pairs of the same
 * kind among those of which one can tell. Drawn pairs that were left unsure or skipped say nothing
 * of it, but they widen the outer bounds, which hold whatever they are.
 *
 * @param pairs that could be drawn
 * @param drawn of them, judged or not
 * @param same judged the same kind
 * @param different judged different kinds
 * @param unsure nobody could tell, or people contradict each other
 * @param skipped passed over
 * @param share estimated precision; NaN before the first decision
 * @param low lower end of its 95 % interval by Wilson, narrowed because no pair is drawn twice
 * @param high its upper end
 * @param lowest lower end if all undecided ones were different
 * @param highest upper end if all undecided ones were the same
 */
public record Precision(
    int pairs,
    int drawn,
    int same,
    int different,
    int unsure,
    int skipped,
    double share,
    double low,
    double high,
    double lowest,
    double highest) {

  /**
   * Estimates.
   *
   * @param pairs that could be drawn, at least as many as were
   */
  public static Precision of(int pairs, int same, int different, int unsure, int skipped) {
    int decided = same + different;
    int drawn = decided + unsure + skipped;
    double decidable = drawn == 0 ? 0 : (double) pairs * decided / drawn;
    Wilson interval = Wilson.of(same, decided, decidable);
    return new Precision(
        pairs,
        drawn,
        same,
        different,
        unsure,
        skipped,
        (double) same / decided,
        interval.low(),
        interval.high(),
        Wilson.of(same, drawn, pairs).low(),
        Wilson.of(drawn - different, drawn, pairs).high());
  }

  /** How many of the drawn pairs were decided. */
  public int decided() {
    return same + different;
  }
}
