package kindred.neighbors.pairs;

import java.util.Arrays;
import java.util.BitSet;
import kindred.neighbors.NeighborFilter;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;

/**
 * What verdicts change in the pairs that a training takes, as {@link NeighborFilter} has it: pairs
 * of different kinds are taken away before the nearest of each image are counted, and pairs of the
 * same kind are always in, whatever a filter says and even if they are no neighbors. Immutable.
 */
public final class Heeded {
  private final PairTable table;
  private final BitSet vetoed;
  private final BitSet certain;
  private final int[] images; // of certain pairs that are no rows, in both directions
  private final int[] others;

  /** Told of a pair: whose it is and what is counted of it. */
  @FunctionalInterface
  interface Visitor {
    void visit(int image, byte agreement, boolean mutual);
  }

  private Heeded(PairTable table, BitSet vetoed, BitSet certain, int[] images, int[] others) {
    this.table = table;
    this.vetoed = vetoed;
    this.certain = certain;
    this.images = images;
    this.others = others;
  }

  /** No verdict is heeded. */
  public static Heeded none(PairTable table) {
    return new Heeded(table, new BitSet(), new BitSet(), new int[0], new int[0]);
  }

  /** All that was said is heeded; takes as long as there are verdicts. */
  public static Heeded of(PairTable table, Verdicts said) {
    BitSet vetoed = new BitSet(table.size());
    BitSet certain = new BitSet(table.size());
    int same = said.counts().get(Verdict.SAME);
    int[] images = new int[2 * same];
    int[] others = new int[2 * same];
    int[] count = {0};
    said.forEach(
        (a, b, verdict) -> {
          for (int direction = 0; direction < 2; direction++) {
            int image = direction == 0 ? a : b;
            int other = direction == 0 ? b : a;
            int row = table.row(image, other);
            if (row >= 0 && verdict == Verdict.DIFFERENT) {
              vetoed.set(row);
            } else if (row >= 0 && verdict == Verdict.SAME) {
              certain.set(row);
            } else if (verdict == Verdict.SAME && isSearched(table, a) && isSearched(table, b)) {
              images[count[0]] = image;
              others[count[0]++] = other;
            }
          }
        });
    return new Heeded(
        table, vetoed, certain, Arrays.copyOf(images, count[0]), Arrays.copyOf(others, count[0]));
  }

  /** Images that were not searched are held out of trainings too. */
  private static boolean isSearched(PairTable table, int image) {
    return table.start(image) < table.start(image + 1);
  }

  PairTable table() {
    return table;
  }

  boolean isVetoed(int row) {
    return vetoed.get(row);
  }

  boolean isCertain(int row) {
    return certain.get(row);
  }

  /** The rows that a filter keeps of those that are not vetoed; certain ones are no exception. */
  public BitSet filtered(PairFilter filter) {
    return Selection.of(table, filter, vetoed);
  }

  /** The rows that a training takes if a filter keeps some: these and the certain ones. */
  public BitSet taken(BitSet filtered) {
    BitSet taken = (BitSet) filtered.clone();
    taken.or(certain);
    return taken;
  }

  /** Goes through all pairs that a training takes, also those that are no rows. */
  void forEach(BitSet filtered, Visitor visitor) {
    BitSet taken = taken(filtered);
    for (int row = taken.nextSetBit(0); row >= 0; row = taken.nextSetBit(row + 1)) {
      visitor.visit(table.image(row), table.agreement(row), table.isMutual(row));
    }
    for (int i = 0; i < images.length; i++) {
      byte agreement = PairTable.agreement(table.label(images[i]), table.label(others[i]));
      visitor.visit(images[i], agreement, false);
    }
  }

  /** Counts the certain pairs. */
  Tally tally() {
    Tally tally = new Tally(table);
    forEach(new BitSet(), tally::add);
    return tally;
  }
}
