package kindred.neighbors.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.Json;
import kindred.experiment.Positives;
import kindred.neighbors.NeighborFilter;
import kindred.neighbors.Vetoes;
import kindred.neighbors.pairs.PairFilter.Judged;
import kindred.neighbors.pairs.PairFilter.Label;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private final PairTable table = Tables.table(80, 6, 3, 4);

  private List<Integer> rows(PairFilter filter) {
    return Selection.of(table, filter).stream().boxed().toList();
  }

  /** What the filter keeps is what BYOL would train with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"k\":4}",
        "{\"k\":2,\"mutual\":3}",
        "{\"k\":6,\"mutual\":6}",
        "{\"k\":3,\"closest\":0.1}",
        "{\"k\":6,\"closest\":0.5,\"mutual\":2}",
        "{\"k\":5,\"maxDistance\":0.09}",
        "{\"k\":5,\"maxDistance\":0.09,\"closest\":0.3,\"mutual\":5}"
      })
  void keepsWhatByolWouldChoose(String settings) {
    Positives positives = Json.read(settings, Positives.class, "test");
    int[][] chosen =
        NeighborFilter.choose(
                table.graph(), IntStream.range(0, 80).toArray(), positives, Vetoes.none())
            .of();

    BitSet rows = Selection.of(table, PairFilter.of(positives));

    int[][] kept = new int[80][0];
    rows.stream()
        .forEach(
            row -> {
              int image = table.image(row);
              kept[image] = Arrays.copyOf(kept[image], kept[image].length + 1);
              kept[image][kept[image].length - 1] = table.neighbor(row);
            });
    assertThat(kept).isDeepEqualTo(chosen);
    assertThat(rows.cardinality()).isPositive();
  }

  @Test
  void withoutAFilterEveryPairIsKept() {
    assertThat(rows(PairFilter.ALL)).hasSize(480);
  }

  @Test
  void classesDistancesAndImagesNarrowIt() {
    assertThat(rows(PairFilter.ALL.withClass(2)))
        .isNotEmpty()
        .allMatch(row -> table.label(table.image(row)) == 2);
    assertThat(rows(PairFilter.ALL.withDistances(0.05, 0.1)))
        .isNotEmpty()
        .allMatch(row -> table.distance(row) >= 0.05 && table.distance(row) <= 0.1);
    assertThat(rows(PairFilter.ALL.withImage(7)))
        .hasSize(6 + table.hubness().of(7))
        .allMatch(row -> table.image(row) == 7 || table.neighbor(row) == 7);
    int all = 0;
    for (Label label : Label.values()) {
      all += rows(PairFilter.ALL.withLabel(label)).size();
    }
    assertThat(all).isEqualTo(480);
    assertThat(rows(PairFilter.ALL.withLabel(Label.SAME)))
        .allMatch(
            row ->
                table.label(table.image(row)) == table.label(table.neighbor(row))
                    && table.label(table.image(row)) >= 0);
  }

  @Test
  void aVerdictHoldsForBothDirectionsOfAPair() {
    int row = table.row(3, table.graph().neighbor(3, 0));
    Verdicts verdicts = Verdicts.none();
    verdicts.say("ann", null, Verdict.DIFFERENT, table.neighbor(row), 3, null);

    PairTable judged = table.withVerdicts(verdicts);

    int rows = table.isMutual(row) ? 2 : 1;
    assertThat(judged.verdict(row)).isEqualTo(Verdict.DIFFERENT);
    assertThat(count(judged, Judged.DIFFERENT)).isEqualTo(rows);
    assertThat(count(judged, Judged.ANY)).isEqualTo(rows);
    assertThat(count(judged, Judged.NONE)).isEqualTo(480 - rows);
    assertThat(count(judged, Judged.SAME)).isZero();
  }

  private static int count(PairTable table, Judged judged) {
    return Selection.of(table, PairFilter.ALL.withVerdict(judged)).cardinality();
  }

  @Test
  void ordersAreThoseOfTheNumbers() {
    BitSet all = table.all();
    int[] near = RowOrder.CLOSEST.of(table, all, 0);
    int[] far = RowOrder.FARTHEST.of(table, all, 0);
    int[] hubs = RowOrder.HUBNESS.of(table, all, 0);
    int[] wrong = RowOrder.DISAGREEMENT.of(table, all, 0);
    for (int i = 1; i < 480; i++) {
      assertThat(table.distance(near[i])).isGreaterThanOrEqualTo(table.distance(near[i - 1]));
      assertThat(table.distance(far[i])).isLessThanOrEqualTo(table.distance(far[i - 1]));
      assertThat(table.hubness().of(table.neighbor(hubs[i])))
          .isLessThanOrEqualTo(table.hubness().of(table.neighbor(hubs[i - 1])));
    }
    int different = Selection.of(table, PairFilter.ALL.withLabel(Label.DIFFERENT)).cardinality();
    assertThat(Arrays.stream(wrong, 0, different))
        .allMatch(row -> table.agreement(row) == PairTable.DIFFERENT)
        .isSortedAccordingTo(
            (one, other) -> Float.compare(table.distance(one), table.distance(other)));
  }

  @Test
  void aRandomOrderIsTheSeedsAndHasEveryRowOnce() {
    BitSet some = Selection.of(table, PairFilter.ALL.withClosest(0.5));

    int[] one = RowOrder.RANDOM.of(table, some, 1);

    assertThat(one).containsExactlyInAnyOrder(some.stream().toArray());
    assertThat(RowOrder.RANDOM.of(table, some, 1)).isEqualTo(one);
    assertThat(RowOrder.RANDOM.of(table, some, 2)).isNotEqualTo(one);
  }
}
