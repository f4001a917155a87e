package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.neighbors.pairs.PairTable;
import org.junit.jupiter.api.Test;

/** Pairs of four images with three neighbors each: pair 5 is image 1's third. */
class FoundTest {
  private final PairTable table =
      PairTable.of(
          NeighborGraph.of(
              new NeighborSearch.Result(
                  4, 3, new int[] {1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2}, new float[12]),
              new int[] {0, 1, 2, 3},
              4,
              new NeighborGraph.Meta(null, null, null, null, null)),
          new int[] {0, 1, 0, 1});

  private final Found found = new Found(new int[] {5, 10, 3, 0, 9}, table);

  @Test
  void anImagesRowStandsWhereItsFirstPairDoes() {
    assertThat(found.images()).containsExactly(1, 3, 0);
    assertThat(found.place(3)).isEqualTo(1);
    assertThat(found.place(2)).as("no pair is left of it").isEqualTo(-1);
    assertThat(found.most()).isEqualTo(2);
  }

  @Test
  void pairsOfARowAreNearestFirstWhateverTheOrder() {
    assertThat(found.pairs(1)).containsExactly(3, 5);
    assertThat(found.pairs(3)).containsExactly(9, 10);
    assertThat(found.pairs(2)).isEmpty();
    assertThat(found.keeps(9)).isTrue();
    assertThat(found.keeps(4)).isFalse();
  }

  @Test
  void selectionWalksThroughRowsAndOverTheirEnds() {
    PairSelection selection = new PairSelection();
    selection.show(found);
    selection.moveInRow(1);
    assertThat(selection.lead()).as("begins at the first pair").isEqualTo(3);
    selection.moveInRow(1);
    selection.moveInRow(1);
    assertThat(selection.pairs()).as("over the row's end").containsExactly(9);
    selection.moveInRow(-1);
    assertThat(selection.lead()).as("and back").isEqualTo(5);
    selection.moveByRows(1);
    assertThat(selection.lead()).as("same place in the next row").isEqualTo(10);
    selection.moveByRows(1);
    assertThat(selection.lead()).as("image 0 has one pair only").isEqualTo(0);
    selection.moveByRows(-100);
    assertThat(selection.lead()).isEqualTo(3);
  }

  @Test
  void whatIsFilteredAwayIsNoLongerSelected() {
    PairSelection selection = new PairSelection();
    selection.show(found);
    selection.chooseAll();
    assertThat(selection.size()).isEqualTo(5);
    selection.toggle(10);
    assertThat(selection.pairs()).containsExactly(0, 3, 5, 9);
    selection.show(new Found(new int[] {9, 1}, table));
    assertThat(selection.pairs()).containsExactly(9);
    selection.chooseImage(0);
    assertThat(selection.pairs()).containsExactly(1);
  }
}
