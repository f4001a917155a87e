package kindred.gui.results.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.neighbors.NeighborGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborResultTest {
  /** Of images 0 to 5 with classes 0 1 0 1 0 1, two neighbors each; image 5 has none. */
  private static final int[] INDICES = {2, 1, 0, 3, 4, 1, 2, 0, 2, 0, -1, -1};

  private static final float[] DISTANCES = {
    0.1f, 0.3f, 0.2f, 0.4f, 0.5f, 0.6f, 0.05f, 0.7f, 0.9f, 1f, Float.NaN, Float.NaN
  };

  @TempDir Path folder;
  private NeighborResult result;

  @BeforeEach
  void read() {
    ImageSet images = PackedImages.varied(folder.resolve("six"), 6, 1, 8, 8);
    Path file = folder.resolve("neighbors.npz");
    Npz.write(
        file,
        Map.of(
            "indices", NamedArray.ints(INDICES, 6, 2),
            "distances", NamedArray.floats(DISTANCES, 6, 2)));
    int[] labels = new int[6];
    Arrays.setAll(labels, images::label);
    result = new NeighborResult(NeighborGraph.read(file), images, labels);
  }

  @Test
  void ordersPutWhatOneLooksForFirst() {
    assertThat(PairOrder.CLOSEST.of(result, 1)).containsExactly(3, 0, 1, 2, 4);
    assertThat(PairOrder.FARTHEST.of(result, 1)).containsExactly(4, 2, 1, 0, 3);
    // agreement: image 0 has 1 of 2, 1 has 1 of 2, 2 has 1 of 2, 3 has 0 of 2, 4 has 2 of 2
    assertThat(PairOrder.DISAGREEMENT.of(result, 1)).containsExactly(3, 0, 1, 2, 4);
    assertThat(PairOrder.RANDOM.of(result, 1))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4)
        .isEqualTo(PairOrder.RANDOM.of(result, 1));
  }

  @Test
  void purityFallsAndRisesWithWhatIsKept() {
    Purities purities = Purities.of(result);
    // nearest: 0→2 same, 1→0 not, 2→4 same, 3→2 not, 4→2 same
    assertThat(purities.byRank().y()[0]).isCloseTo(3 / 5., within(1e-9));
    assertThat(purities.byRank().y()[1]).isCloseTo(2.5 / 5, within(1e-9));
    // by distance: 3 not, 0 same, 1 not, 2 same, 4 same, of six images
    assertThat(purities.byShare().x())
        .containsExactly(new double[] {1 / 6., 2 / 6., 3 / 6., 4 / 6., 5 / 6.}, within(1e-9));
    assertThat(purities.byShare().y()[0]).isZero();
    assertThat(purities.byShare().y()[1]).isEqualTo(0.5);
    assertThat(purities.byShare().y()[4]).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void hubsAreThoseThatManyAreNearestTo() {
    Purities purities = Purities.of(result);
    assertThat(purities.hubs()).containsExactly(2);
    assertThat(purities.chosen()).containsExactly(3);
    assertThat(purities.never()).as("1 and 3 of five").isCloseTo(2 / 5., within(1e-9));
    assertThat(purities.covered()).isCloseTo(5 / 6., within(1e-9));
  }
}
