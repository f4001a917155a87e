package kindred.gui.neighbors;

import java.util.BitSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which of the pairs in sight are selected, and the one that the keyboard is at. For the
 * application thread.
 */
final class PairSelection {
  /** No pair. */
  static final int NONE = -1;

  private final BitSet selected = new BitSet();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private Found found;
  private int lead = NONE;

  /**
   * Other pairs are in sight; of those selected the ones that are still there stay.
   *
   * @param now null for none
   */
  void show(Found now) {
    found = now;
    if (now == null) {
      clear();
      return;
    }
    for (int pair = selected.nextSetBit(0); pair >= 0; pair = selected.nextSetBit(pair + 1)) {
      if (!now.keeps(pair)) {
        selected.clear(pair);
      }
    }
    lead = selected.get(Math.max(0, lead)) ? lead : NONE;
    changed();
  }

  /** Selects one pair and no other. */
  void choose(int pair) {
    selected.clear();
    lead = found != null && found.keeps(pair) ? pair : NONE;
    if (lead != NONE) {
      selected.set(pair);
    }
    changed();
  }

  /** Selects a pair besides the others, or no longer. */
  void toggle(int pair) {
    selected.flip(pair);
    lead = pair;
    changed();
  }

  /** Selects the pairs of an image, in its own row. */
  void chooseImage(int image) {
    selected.clear();
    for (int pair : found.pairs(image)) {
      selected.set(pair);
      lead = selected.cardinality() == 1 ? pair : lead;
    }
    changed();
  }

  /** Selects all pairs in sight. */
  void chooseAll() {
    if (found == null) {
      return;
    }
    for (int pair : found.order()) {
      selected.set(pair);
    }
    changed();
  }

  void clear() {
    selected.clear();
    lead = NONE;
    changed();
  }

  private void changed() {
    empty.set(selected.isEmpty());
    changes.set(changes.get() + 1);
  }

  /** Goes to the pair so many places right of the one the keyboard is at. */
  void moveInRow(int places) {
    if (lead == NONE) {
      moveToRow(0);
      return;
    }
    int[] pairs = found.pairs(found.imageOf(lead));
    int to = place(pairs) + places;
    if (to >= 0 && to < pairs.length) {
      choose(pairs[to]);
    } else {
      int row = found.place(found.imageOf(lead)) + (to < 0 ? -1 : 1);
      if (row >= 0 && row < found.images().size()) {
        int[] there = found.pairs(found.images().get(row));
        choose(there[to < 0 ? there.length - 1 : 0]);
      }
    }
  }

  /** Goes to the same place so many rows further down. */
  void moveByRows(int rows) {
    if (lead == NONE) {
      moveToRow(0);
    } else {
      moveToRow(found.place(found.imageOf(lead)) + rows);
    }
  }

  private void moveToRow(int row) {
    if (found != null && !found.images().isEmpty()) {
      int place = lead == NONE ? 0 : place(found.pairs(found.imageOf(lead)));
      int to = Math.max(0, Math.min(found.images().size() - 1, row));
      int[] pairs = found.pairs(found.images().get(to));
      choose(pairs[Math.min(place, pairs.length - 1)]);
    }
  }

  private int place(int[] pairs) {
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] == lead) {
        return i;
      }
    }
    return 0;
  }

  boolean contains(int pair) {
    return pair >= 0 && selected.get(pair);
  }

  /** The selected pairs' numbers, ascending. */
  int[] pairs() {
    return selected.stream().toArray();
  }

  int size() {
    return selected.cardinality();
  }

  /** The pair that the keyboard is at, or {@link #NONE}. */
  int lead() {
    return lead;
  }

  /** Whether nothing is selected. */
  ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /** Changes with every change. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }
}
