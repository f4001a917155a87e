package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Positives;
import kindred.neighbors.NeighborGraph.Meta;
import kindred.neighbors.verdict.PairKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborFilterTest {
  private static final int[] ALL = {0, 1, 2, 3, 4, 5};

  @TempDir Path folder;

  /** The three nearest of six images that lie on a line at 0, 1, 3, 3.5, 8 and 20. */
  private static NeighborGraph line() {
    int[] indices = {1, 2, 3, 0, 2, 3, 3, 1, 0, 2, 1, 0, 3, 2, 1, 4, 3, 2};
    float[] at = {0, 1, 3, 3.5f, 8, 20};
    float[] distances = new float[18];
    for (int i = 0; i < 18; i++) {
      distances[i] = Math.abs(at[i / 3] - at[indices[i]]);
    }
    return NeighborGraph.of(
        new NeighborSearch.Result(6, 3, indices, distances),
        ALL,
        6,
        new Meta(Metric.EUCLIDEAN, null, null, null, null));
  }

  private static Positives asked(int k, int mutual, double closest, Double maxDistance) {
    return new Positives(
        null,
        k,
        mutual,
        closest,
        maxDistance,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static int[][] chosen(Positives asked) {
    return NeighborFilter.choose(line(), ALL, asked, Vetoes.none()).of();
  }

  @Test
  void withoutFiltersEachImageHasItsNearest() {
    assertThat(chosen(Positives.defaults()))
        .isDeepEqualTo(new int[][] {{1}, {0}, {3}, {2}, {3}, {4}});
    assertThat(chosen(asked(2, 0, 1, null)))
        .isDeepEqualTo(new int[][] {{1, 2}, {0, 2}, {3, 1}, {2, 1}, {3, 2}, {4, 3}});
  }

  @Test
  void mutualPairsAreAmongEachOthersNearest() {
    assertThat(chosen(asked(1, 1, 1, null)))
        .isDeepEqualTo(new int[][] {{1}, {0}, {3}, {2}, {}, {}});
    // 3 has 1 among its first two, but 1 does not have 3
    assertThat(chosen(asked(3, 2, 1, null)))
        .isDeepEqualTo(new int[][] {{1}, {0, 2}, {3, 1}, {2}, {}, {}});
  }

  @Test
  void pairsBeyondTheLargestDistanceAreTakenAway() {
    assertThat(chosen(asked(2, 0, 1, 2.0)))
        .isDeepEqualTo(new int[][] {{1}, {0, 2}, {3, 1}, {2}, {}, {}});
  }

  @Test
  void theClosestShareIsCountedAmongThePairsThatAreLeft() {
    // distances of the nearest: 1, 1, 0.5, 0.5, 4.5, 12
    assertThat(chosen(asked(1, 0, 1.0 / 3, null)))
        .isDeepEqualTo(new int[][] {{}, {}, {3}, {2}, {}, {}});
    assertThat(chosen(asked(1, 0, 5.0 / 6, null)))
        .isDeepEqualTo(new int[][] {{1}, {0}, {3}, {2}, {3}, {}});
    // of the four mutual pairs half are two
    assertThat(chosen(asked(1, 1, 0.5, null)))
        .isDeepEqualTo(new int[][] {{}, {}, {3}, {2}, {}, {}});
  }

  @Test
  void pairsAsCloseAsTheLastOneAreKeptToo() {
    assertThat(chosen(asked(1, 0, 0.5, null)))
        .isDeepEqualTo(new int[][] {{1}, {0}, {3}, {2}, {}, {}});
  }

  @Test
  void theNextNeighborTakesTheVetoedOnesPlace() throws Exception {
    Path file = folder.resolve("vetoes.jsonl");
    Files.writeString(file, "{\"a\":3,\"b\":2}\n");
    int[][] chosen =
        NeighborFilter.choose(line(), ALL, Positives.defaults(), Vetoes.read(file, 6)).of();

    assertThat(chosen).isDeepEqualTo(new int[][] {{1}, {0}, {1}, {1}, {3}, {4}});
  }

  @Test
  void certainPairsAreAddedWhateverTheFiltersSay() {
    long[] certain = {PairKey.of(5, 0), PairKey.of(0, 1), PairKey.of(4, 3)};
    int[][] chosen =
        NeighborFilter.choose(line(), ALL, asked(1, 1, 0.5, null), Vetoes.none(), certain).of();

    assertThat(chosen).isDeepEqualTo(new int[][] {{5, 1}, {0}, {3}, {2, 4}, {3}, {0}});

    Vetoes vetoed = Vetoes.none().and(new long[] {PairKey.of(0, 5), PairKey.of(2, 3)});
    int[] withoutFour = {0, 1, 2, 3, 5};
    assertThat(
            NeighborFilter.choose(line(), withoutFour, Positives.defaults(), vetoed, certain).of())
        .as("neither vetoed ones nor images that are not trained on")
        .isDeepEqualTo(new int[][] {{1}, {0}, {1}, {1}, {}, {3}});
  }

  @Test
  void imagesThatAreNotTrainedOnAreNobodysPositives() {
    int[] withoutThree = {0, 1, 2, 4, 5};

    assertThat(
            NeighborFilter.choose(line(), withoutThree, Positives.defaults(), Vetoes.none()).of())
        .isDeepEqualTo(new int[][] {{1}, {0}, {1}, {}, {2}, {4}});
    // with 3 out of the way 1 is the first of 2, but 0 is the first of 1
    assertThat(
            NeighborFilter.choose(line(), withoutThree, asked(1, 1, 1, null), Vetoes.none()).of())
        .isDeepEqualTo(new int[][] {{1}, {0}, {}, {}, {}, {}});
  }

  @Test
  void askingForMoreNeighborsThanWereFoundIsRefused() {
    assertThatThrownBy(() -> chosen(asked(4, 0, 1, null)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("k is 4")
        .hasMessageContaining("only 3")
        .hasMessageContaining("--k 4");
    assertThatThrownBy(() -> chosen(asked(1, 5, 1, null)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("mutual is 5");
  }

  @Test
  void distancesThatNobodyKnowsCannotBeCompared() {
    Path file = folder.resolve("elsewhere.npz");
    int[] next = IntStream.range(0, 6).map(i -> (i + 1) % 6).toArray();
    Npz.write(file, Map.of("indices", NamedArray.ints(next, 6, 1)));
    NeighborGraph graph = NeighborGraph.read(file);

    assertThat(NeighborFilter.choose(graph, ALL, Positives.defaults(), Vetoes.none()).of())
        .isDeepEqualTo(new int[][] {{1}, {2}, {3}, {4}, {5}, {0}});
    assertThatThrownBy(
            () -> NeighborFilter.choose(graph, ALL, asked(1, 0, 0.5, null), Vetoes.none()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no distances");
  }
}
