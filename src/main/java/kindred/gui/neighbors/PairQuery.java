package kindred.gui.neighbors;

import kindred.neighbors.pairs.PairFilter;

/**
 * What is asked of a run's pairs.
 *
 * @param filter which pairs; the part of it that is BYOL's own says what a training would take
 * @param verdicts whether a training would heed verdicts
 * @param seed of the random order
 */
record PairQuery(PairFilter filter, boolean verdicts, PairOrder order, long seed) {
  /** All pairs, the closest first. */
  static final PairQuery ALL = new PairQuery(PairFilter.ALL, true, PairOrder.CLOSEST, 1);

  PairQuery with(PairFilter other) {
    return new PairQuery(other, verdicts, order, seed);
  }

  PairQuery withVerdicts(boolean other) {
    return new PairQuery(filter, other, order, seed);
  }

  PairQuery with(PairOrder other) {
    return new PairQuery(filter, verdicts, other, seed);
  }

  PairQuery withSeed(long other) {
    return new PairQuery(filter, verdicts, order, other);
  }

  /** Whether it takes any pair away. */
  boolean filters() {
    return !filter.equals(PairFilter.ALL);
  }
}
