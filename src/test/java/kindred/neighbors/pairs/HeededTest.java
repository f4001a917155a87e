package kindred.neighbors.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kindred.experiment.Json;
import kindred.experiment.Metric;
import kindred.experiment.Positives;
import kindred.neighbors.NeighborFilter;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.neighbors.PositivePairs;
import kindred.neighbors.Vetoes;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeededTest {
  /** Images 0 to 4 of classes 0, 0, 1, 1, 0; the two nearest of each. */
  private static PairTable five() {
    int[] nearest = {1, 2, 0, 2, 3, 0, 2, 4, 3, 0};
    float[] distances = {1, 4, 1, 5, 2, 4, 2, 3, 3, 6};
    NeighborGraph graph =
        NeighborGraph.of(
            new NeighborSearch.Result(5, 2, nearest, distances),
            IntStream.range(0, 5).toArray(),
            5,
            new NeighborGraph.Meta(Metric.EUCLIDEAN, null, null, null, null));
    return PairTable.of(graph, new int[] {0, 0, 1, 1, 0});
  }

  private static Verdicts said(int[][] different, int[][] same) {
    Verdicts verdicts = Verdicts.none();
    for (int[] pair : different) {
      verdicts.say("me", "run", Verdict.DIFFERENT, pair[0], pair[1], null);
    }
    for (int[] pair : same) {
      verdicts.say("me", "run", Verdict.SAME, pair[0], pair[1], null);
    }
    return verdicts;
  }

  /**
   * By hand: 3 and 4 are vetoed, 1 and 4 are certain and no neighbors. Of the nearest of each image
   * there are left 0-1, 1-0, 2-3, 3-2 and, in place of 4-3, 4-0; with 1-4 and 4-1 seven pairs, of
   * which all are of one class.
   */
  @Test
  void vetoedPairsMakeRoomAndCertainOnesAreIn() {
    PairTable table = five();
    PairFilter filter = PairFilter.ALL.withK(1);
    Heeded heeded = Heeded.of(table, said(new int[][] {{3, 4}}, new int[][] {{1, 4}}));

    BitSet rows = heeded.filtered(filter);

    assertThat(rows.stream())
        .containsExactly(
            table.row(0, 1), table.row(1, 0), table.row(2, 3), table.row(3, 2), table.row(4, 0));
    PairNumbers numbers = PairNumbers.of(heeded, rows);
    assertThat(numbers.pairs()).isEqualTo(7);
    assertThat(numbers.coverage()).isEqualTo(1);
    assertThat(numbers.purity()).isEqualTo(1);
    assertThat(PairNumbers.of(Heeded.none(table), Selection.of(table, filter)).purity())
        .isEqualTo(4.0 / 5);
  }

  /**
   * By hand, nearest first and without the vetoed 3-4 and 4-3: 0-1 and 1-0 (1), 2-3 and 3-2 (2),
   * 0-2 and 2-0 (4), 1-2 (5), 4-0 (6). 0-2 is certain, so it counts from the beginning.
   */
  @Test
  void theCurveBeginsWithCertainPairs() {
    PairTable table = five();
    Heeded heeded = Heeded.of(table, said(new int[][] {{3, 4}}, new int[][] {{0, 2}}));

    List<PurityCurve.Point> points = PurityCurve.overShare(heeded, PairFilter.ALL, 4).points();

    assertThat(points).extracting(PurityCurve.Point::distance).containsExactly(1.0, 2.0, 4.0, 6.0);
    assertThat(points).extracting(point -> point.numbers().pairs()).containsExactly(4, 6, 6, 8);
    assertThat(points).extracting(point -> point.numbers().same()).containsExactly(2, 4, 4, 5);
    assertThat(points).extracting(point -> point.numbers().covered()).containsExactly(3, 4, 4, 5);
    // the nearest alone: 0-1, 1-0, 2-3, 3-2, 4-0, and both directions of 0-2
    PairNumbers nearest = PurityCurve.overK(heeded, 0).points().get(0).numbers();
    assertThat(nearest.pairs()).isEqualTo(7);
    assertThat(nearest.same()).isEqualTo(5);
    // the nearest that are each other's nearest: 0-1 and 2-3
    PairNumbers mutual = PurityCurve.overMutual(heeded, 2).points().get(0).numbers();
    assertThat(mutual.pairs()).isEqualTo(6);
    assertThat(mutual.same()).isEqualTo(4);
  }

  /** A pair that is left unsure or skipped changes nothing. */
  @Test
  void onlyDecisionsAreHeeded() {
    PairTable table = five();
    Verdicts verdicts = Verdicts.none();
    verdicts.say("me", "run", Verdict.UNSURE, 0, 1, null);
    verdicts.say("me", "run", Verdict.SKIP, 1, 4, null);

    Heeded heeded = Heeded.of(table, verdicts);

    assertThat(PairNumbers.of(heeded, heeded.filtered(PairFilter.ALL)))
        .isEqualTo(PairNumbers.of(table, table.all()));
  }

  /** The numbers are those of the positives that a training chooses with the same verdicts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"k\":5}",
        "{\"k\":2,\"mutual\":3}",
        "{\"k\":3,\"closest\":0.2}",
        "{\"k\":5,\"maxDistance\":0.09,\"closest\":0.5,\"mutual\":5}"
      })
  void numbersAreThoseOfATraining(String settings) {
    PairTable table = Tables.table(90, 5, 3, 2);
    Random random = new Random(8);
    Verdicts verdicts = Verdicts.none();
    for (int i = 0; i < 120; i++) {
      int image = random.nextInt(90);
      boolean near = random.nextInt(4) > 0;
      int other = near ? table.graph().neighbor(image, random.nextInt(5)) : (image + 1) % 90;
      Verdict verdict = random.nextBoolean() ? Verdict.DIFFERENT : Verdict.SAME;
      verdicts.say("me", "run", verdict, image, other, null);
    }
    Positives positives = Json.read(settings, Positives.class, "test");
    int[] train = IntStream.range(0, 90).toArray();
    PositivePairs chosen =
        NeighborFilter.choose(
            table.graph(),
            train,
            positives,
            Vetoes.none().and(verdicts.pairs(Verdict.DIFFERENT)),
            verdicts.pairs(Verdict.SAME));

    Heeded heeded = Heeded.of(table, verdicts);
    PairNumbers numbers = PairNumbers.of(heeded, heeded.filtered(PairFilter.of(positives)));

    assertThat(numbers.pairs())
        .isEqualTo(Arrays.stream(chosen.of()).mapToInt(some -> some.length).sum());
    assertThat(numbers.coverage()).isEqualTo(chosen.coverage());
  }
}
