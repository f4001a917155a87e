package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expected value was counted by hand. */
class PurityTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
  private static final int NONE = NeighborGraph.NONE;

  @TempDir Path folder;

  private NeighborGraph graph(int k, int... indices) {
    Path file = folder.resolve("neighbors.npz");
    Npz.write(file, Map.of("indices", NamedArray.ints(indices, indices.length / k, k)));
    return NeighborGraph.read(file);
  }

  /** Image 4 is unlabeled, image 5 has no neighbor, images 2 and 5 are nobody's nearest. */
  private Purity ofSixImages() {
    NeighborGraph graph =
        graph(
            5,
            new int[] {
              1, 2, 3, 4, 5, // same: yes no no ? yes
              4, 0, 5, 2, 3, // same: ? yes yes no no
              3, NONE, NONE, NONE, NONE, // same: yes
              0, 1, 5, 2, 4, // same: no no no yes ?
              0, 1, 2, 3, 5, // unlabeled
              NONE, NONE, NONE, NONE, NONE
            });
    return Purity.of(graph, new int[] {0, 0, 1, 1, -1, 0}, 3);
  }

  @Test
  void nearestCountsOverLabeledImagesWithALabeledNearest() {
    // images 0, 2 and 3: 1, 1, 0
    assertThat(ofSixImages().purity().get("1")).isCloseTo(2 / 3.0, ROUNDING);
  }

  @Test
  void shareAmongTheFirstFiveLeavesOutMissingAndUnlabeledNeighbors() {
    // images 0 to 3: 2 of 4, 2 of 4, 1 of 1, 1 of 4
    assertThat(ofSixImages().purity().get("5")).isCloseTo(2.25 / 4, ROUNDING);
  }

  @Test
  void onlyRanksThatTheGraphHasAreCounted() {
    assertThat(ofSixImages().purity()).containsOnlyKeys("1", "5");
    assertThat(Purity.of(graph(1, 1, 0), new int[] {0, 0}, 1).purity()).containsOnlyKeys("1");
  }

  @Test
  void aClassWithoutImagesHasNoPurity() {
    // class 0: image 0 alone has a labeled nearest; class 1: images 2 and 3
    assertThat(ofSixImages().perClass()).containsExactly(1.0, 0.5, null);
  }

  @Test
  void coverageAndPopularityCountImagesOfAnyLabel() {
    Purity purity = ofSixImages();
    assertThat(purity.coverage()).isCloseTo(5 / 6.0, ROUNDING);
    assertThat(purity.neverChosen()).as("of five, image 2").isCloseTo(1 / 5.0, ROUNDING);
    assertThat(purity.mostChosen()).as("image 0, by images 3 and 4").isEqualTo(2);
  }

  @Test
  void withoutLabelsThereIsNoPurityButPopularity() {
    Purity purity = Purity.of(graph(1, 1, 2, 1), new int[] {-1, -1, -1}, 0);
    assertThat(purity.purity()).containsEntry("1", null);
    assertThat(purity.perClass()).isEmpty();
    assertThat(purity.coverage()).isEqualTo(1);
    assertThat(purity.neverChosen()).isCloseTo(1 / 3.0, ROUNDING);
    assertThat(purity.mostChosen()).isEqualTo(2);
  }

  @Test
  void withoutAnyNeighborNothingIsCovered() {
    Purity purity = Purity.of(graph(1, NONE, NONE), new int[] {0, 0}, 1);
    assertThat(purity.purity()).containsEntry("1", null);
    assertThat(purity.coverage()).isZero();
    assertThat(purity.neverChosen()).isZero();
    assertThat(purity.mostChosen()).isZero();
  }

  @Test
  void tenRanksAreAveragedWithinEachImage() {
    int[] indices = new int[12 * 10];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (i / 10 + 1 + i % 10) % 12; // the next ten around a circle
    }
    int[] labels = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    Purity purity = Purity.of(graph(10, indices), labels, 2);
    assertThat(purity.purity().get("1")).isCloseTo(10 / 12.0, ROUNDING);
    // the first five: 5, 4, 3, 2, 1 and 0 of them are of the class of image 0, 1, 2, 3, 4 and 5
    assertThat(purity.purity().get("5")).isCloseTo(15 / 30.0, ROUNDING);
    // all ten: 5 for image 0, whose gap is image 11, and 4 for images 1 to 5
    assertThat(purity.purity().get("10")).isCloseTo(25 / 60.0, ROUNDING);
  }
}
