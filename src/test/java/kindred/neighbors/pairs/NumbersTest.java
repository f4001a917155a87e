package kindred.neighbors.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private final PairTable table = Tables.table(120, 5, 3, 9);

  /** The two nearest of six images; 5 is nobody's. */
  private static NeighborGraph six(int... indices) {
    float[] distances = new float[indices.length];
    Arrays.fill(distances, 1);
    return NeighborGraph.of(
        new NeighborSearch.Result(6, 2, indices, distances),
        IntStream.range(0, 6).toArray(),
        6,
        new NeighborGraph.Meta(Metric.EUCLIDEAN, null, null, null, null));
  }

  private static final int[] INDICES = {1, 2, 0, 2, 0, 1, 0, 4, 0, 3, 0, 1};

  @Test
  void ofEachPairItIsKnownWhetherItIsMutual() {
    PairTable small = PairTable.of(six(INDICES), new int[] {0, 0, 1, 1, 0, -1});

    assertThat(small.size()).isEqualTo(12);
    assertThat(small.back(small.row(1, 2))).isEqualTo(1);
    assertThat(small.back(small.row(2, 1))).isEqualTo(1);
    assertThat(small.back(small.row(0, 2))).isZero();
    assertThat(small.isMutual(small.row(3, 0))).isFalse();
    assertThat(small.row(0, 3)).isNegative();
    PairNumbers numbers = PairNumbers.of(small, small.all());
    // 0-1, 0-2, 1-2 and 3-4, in both directions
    assertThat(numbers.mutual()).isEqualTo(8);
    assertThat(numbers.known()).isEqualTo(10);
    assertThat(numbers.same()).isEqualTo(3); // 0-1 twice, 4-0
    assertThat(numbers.coverage()).isEqualTo(1);
    assertThat(PairNumbers.purityByClass(Heeded.none(small), small.all(), 2))
        .containsExactly(3.0 / 6, 0.0 / 4);
  }

  @Test
  void imagesThatWereNotSearchedDoNotCount() {
    int[] nearest = {1, 2, 0, 2, 0, 1, 0, 4, 0, 3};
    NeighborGraph graph =
        NeighborGraph.of(
            new NeighborSearch.Result(5, 2, nearest, new float[10]),
            IntStream.range(0, 5).toArray(),
            6,
            new NeighborGraph.Meta(Metric.EUCLIDEAN, null, null, null, null));
    PairTable five = PairTable.of(graph, new int[6]);
    assertThat(five.searched()).isEqualTo(5);
    assertThat(PairNumbers.of(five, five.all()).coverage()).isEqualTo(1);
    BitSet first = new BitSet();
    first.set(0, 3);
    assertThat(PairNumbers.of(five, first).coverage()).isEqualTo(2.0 / 5);
  }

  /** The mean of 5, 3, 2, 1, 1, 0 is 2; of the deviations the mean square is 8/3, the cube 3. */
  @Test
  void hubnessIsHowUnevenlyNeighborsAreChosen() {
    Hubness hubness = PairTable.of(six(INDICES), new int[6]).hubness();

    assertThat(hubness.histogram()).containsExactly(1, 2, 1, 1, 0, 1);
    assertThat(hubness.skewness()).isCloseTo(3 / Math.pow(8.0 / 3, 1.5), within(1e-9));
    assertThat(hubness.never()).isCloseTo(1.0 / 6, within(1e-9));
    assertThat(hubness.hubs(2)).containsExactly(0, 1);
    assertThat(hubness.most()).isEqualTo(5);
    // mean 2, deviation 1.63: more than 5.27
    assertThat(hubness.hubFrom()).isEqualTo(6);
  }

  @Test
  void theCurveOverTheShareIsThatOfItsFilters() {
    PairFilter filter = PairFilter.ALL.withMutual(4).withK(3);

    PurityCurve curve = PurityCurve.overShare(Heeded.none(table), filter, 20);

    assertThat(curve.points()).hasSizeBetween(15, 20);
    for (PurityCurve.Point point : curve.points()) {
      BitSet rows = Selection.of(table, filter.withClosest(point.setting()));
      BitSet within = Selection.of(table, filter.withDistances(null, point.distance()));
      assertThat(rows).isEqualTo(within);
      // a mutual pair's two directions are equally far, and the curve may stop between them
      assertThat(rows.cardinality() - point.numbers().pairs()).isBetween(0, 1);
    }
    PurityCurve.Point last = curve.points().get(curve.points().size() - 1);
    assertThat(last.numbers()).isEqualTo(PairNumbers.of(table, Selection.of(table, filter)));
  }

  @Test
  void theCurvesOverRanksAreThoseOfTheirFilters() {
    for (int m = 1; m <= 5; m++) {
      assertThat(PurityCurve.overMutual(Heeded.none(table), 2).points().get(m - 1).numbers())
          .isEqualTo(numbers(PairFilter.ALL.withMutual(m).withK(2)));
      assertThat(PurityCurve.overK(Heeded.none(table), 0).points().get(m - 1).numbers())
          .isEqualTo(numbers(PairFilter.ALL.withK(m)));
    }
  }

  private PairNumbers numbers(PairFilter filter) {
    return PairNumbers.of(table, Selection.of(table, filter));
  }

  @Test
  void everyDistanceIsInOneBinOfItsKind() {
    DistanceHistogram histogram = DistanceHistogram.of(table, table.all(), 12);

    int[] expected = new int[12];
    for (int row = 0; row < table.size(); row++) {
      if (table.agreement(row) == PairTable.SAME) {
        double share =
            (table.distance(row) - histogram.low()) / (histogram.high() - histogram.low());
        expected[(int) Math.min(11, Math.floor(12 * share))]++;
      }
    }
    assertThat(histogram.same()).isEqualTo(expected);
    assertThat(
            Arrays.stream(histogram.same()).sum()
                + Arrays.stream(histogram.different()).sum()
                + Arrays.stream(histogram.unknown()).sum())
        .isEqualTo(600);
  }

  @Test
  void nearDuplicatesHaveNoDistanceOrTheSamePixels() {
    NeighborGraph graph =
        NeighborGraph.of(
            new NeighborSearch.Result(
                6, 2, INDICES, new float[] {0, 1, 0, 2, 1, 2, 1, 3, 1, 1, 1, 2}),
            IntStream.range(0, 6).toArray(),
            6,
            new NeighborGraph.Meta(Metric.EUCLIDEAN, null, null, null, null));
    PairTable near = PairTable.of(graph, new int[6]);

    assertThat(near.isDuplicate(near.row(0, 1))).isTrue();
    assertThat(near.isDuplicate(near.row(0, 2))).isFalse();
    PairTable pixels = near.withEqualPixels(new int[] {0, 1, 0, 3, 4, 5});
    assertThat(Selection.of(pixels, PairFilter.ALL.withDuplicate(true)).stream().boxed())
        .containsExactly(near.row(0, 1), near.row(0, 2), near.row(1, 0), near.row(2, 0));
  }

  @Test
  void twoSearchesAreComparedImageByImage() {
    NeighborGraph one = six(INDICES);
    NeighborGraph other = six(2, 1, 0, 2, 3, 4, 4, 1, 0, 3, 2, 3);

    GraphComparison comparison = GraphComparison.of(one, other, 2);

    assertThat(IntStream.range(0, 6).map(comparison::shared)).containsExactly(2, 2, 0, 1, 2, 0);
    assertThat(comparison.overlap()).isCloseTo(7.0 / 12, within(1e-12));
    assertThat(comparison.rankDifference(0)).isEqualTo(1);
    assertThat(comparison.rankDifference(1)).isZero();
    assertThat(comparison.rankInOther(3, 1)).isZero();
    assertThat(comparison.rankInOther(3, 0)).isNegative();
    assertThat(comparison.rankInOne(3, 0)).isEqualTo(1);
    assertThat(comparison.byDisagreement()).containsExactly(2, 5, 3, 0, 1, 4);
    assertThat(comparison.histogram()).containsExactly(2, 1, 3);
    assertThatThrownBy(() -> GraphComparison.of(one, Tables.graph(7, 2, 1), 2))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("different images");
    assertThatThrownBy(() -> GraphComparison.of(one, other, 3))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("2 neighbors");
  }
}
