package kindred.neighbors.pairs;

import java.util.BitSet;
import kindred.neighbors.verdict.Verdict;

/** The rows that a filter keeps. */
public final class Selection {
  private final PairTable table;
  private final PairFilter filter;
  private final BitSet vetoed;

  private Selection(PairTable table, PairFilter filter, BitSet vetoed) {
    this.table = table;
    this.filter = filter;
    this.vetoed = vetoed;
  }

  /** Keeps what the filter wants; of half a million rows in a few milliseconds. */
  public static BitSet of(PairTable table, PairFilter filter) {
    return of(table, filter, new BitSet());
  }

  /** The same as if the table did not have some rows. */
  static BitSet of(PairTable table, PairFilter filter, BitSet vetoed) {
    Selection selection = new Selection(table, filter, vetoed);
    BitSet rows = selection.nearest();
    selection.keepClosest(rows);
    selection.keepWanted(rows);
    return rows;
  }

  /** Mutual ones, the first k of each image that are left, no farther than the distance. */
  private BitSet nearest() {
    BitSet rows = new BitSet(table.size());
    int mutual = filter.mutual();
    for (int image = 0; image < table.images(); image++) {
      int kept = 0;
      int end = table.start(image + 1);
      for (int row = table.start(image); row < end && kept < filter.k(); row++) {
        if (!vetoed.get(row) && (mutual == 0 || isMutual(table, row, mutual))) {
          kept++;
          if (isWithin(row)) {
            rows.set(row);
          }
        }
      }
    }
    return rows;
  }

  static boolean isMutual(PairTable table, int row, int m) {
    return table.isMutual(row) && table.rank(row) < m && table.back(row) < m;
  }

  private boolean isWithin(int row) {
    return filter.maxDistance() == null || table.distance(row) <= filter.maxDistance();
  }

  /** The ⌈share·n⌉ closest, and those as close as the last of them. */
  private void keepClosest(BitSet rows) {
    if (filter.closest() >= 1) {
      return;
    }
    // a product such as 0.1·30 lies a rounding error above the whole number that is meant
    int wanted = (int) Math.ceil(filter.closest() * rows.cardinality() - 1e-9);
    double last = Double.NaN;
    for (int row : table.byDistance()) {
      if (rows.get(row)) {
        if (wanted > 0) {
          wanted--;
          last = table.distance(row);
        } else if (!(table.distance(row) <= last)) {
          rows.clear(row);
        }
      }
    }
  }

  private void keepWanted(BitSet rows) {
    if (filter.equals(filter.asPositives())) {
      return;
    }
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (!isWanted(row)) {
        rows.clear(row);
      }
    }
  }

  private boolean isWanted(int row) {
    return (filter.minDistance() == null || table.distance(row) >= filter.minDistance())
        && (filter.ofClass() == null || table.label(table.image(row)) == filter.ofClass())
        && (filter.label() == null || agrees(row, filter.label()))
        && (filter.image() == null
            || table.image(row) == filter.image()
            || table.neighbor(row) == filter.image())
        && (filter.duplicate() == null || table.isDuplicate(row) == filter.duplicate())
        && (filter.verdict() == null || isJudged(row, filter.verdict()));
  }

  private boolean agrees(int row, PairFilter.Label label) {
    return table.agreement(row)
        == switch (label) {
          case SAME -> PairTable.SAME;
          case DIFFERENT -> PairTable.DIFFERENT;
          case UNKNOWN -> PairTable.UNKNOWN;
        };
  }

  private boolean isJudged(int row, PairFilter.Judged judged) {
    Verdict verdict = table.verdict(row);
    return switch (judged) {
      case NONE -> verdict == null;
      case ANY -> verdict != null;
      default -> verdict != null && verdict.name().equals(judged.name());
    };
  }
}
