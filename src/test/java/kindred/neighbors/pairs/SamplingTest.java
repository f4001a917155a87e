package kindred.neighbors.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kindred.experiment.Json;
import kindred.metrics.Wilson;
import kindred.neighbors.verdict.Act;
import kindred.neighbors.verdict.PairKey;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final PairFilter MUTUAL = PairFilter.ALL.withMutual(3);

  private final PairTable table = Tables.table(100, 5, 2, 3);
  private final Sampling sampling = new Sampling(table, 1);
  private final Verdicts verdicts = Verdicts.none();

  private int judge(PairFilter filter, Verdict verdict) {
    int row = sampling.next(filter, verdicts);
    say(row, verdict, filter);
    return row;
  }

  private void say(int row, Verdict verdict, PairFilter filter) {
    verdicts.say(
        "ann",
        "neighbors-1",
        verdict,
        table.image(row),
        table.neighbor(row),
        filter == null ? null : sampling.drawn(filter));
  }

  private void judge(int times, PairFilter filter) {
    for (int i = 0; i < times; i++) {
      judge(filter, Verdict.SAME);
    }
  }

  @Test
  void onlyRowsOfTheFilterAreDrawnAndEachOnce() {
    int pairs = table.keys(Selection.of(table, MUTUAL)).length;
    for (int i = 0; i < pairs; i++) {
      assertThat(Selection.of(table, MUTUAL).get(judge(MUTUAL, Verdict.SAME))).isTrue();
    }

    assertThat(sampling.next(MUTUAL, verdicts)).isEqualTo(Sampling.NONE);
    assertThat(sampling.sample(MUTUAL, verdicts))
        .as("both directions of each pair")
        .hasSize(Selection.of(table, MUTUAL).cardinality())
        .doesNotHaveDuplicates();
  }

  @Test
  void whenAllAreJudgedTheEstimateIsTheTruth() {
    PairFilter filter = PairFilter.ALL.withClosest(0.2);
    for (int row = sampling.next(filter, verdicts);
        row != Sampling.NONE;
        row = sampling.next(filter, verdicts)) {
      say(row, row % 3 == 0 ? Verdict.SAME : Verdict.DIFFERENT, filter);
    }

    Precision precision = sampling.estimate(filter, verdicts);

    assertThat(precision.drawn()).isEqualTo(precision.pairs());
    assertThat(precision.low()).isEqualTo(precision.share()).isEqualTo(precision.high());
  }

  @Test
  void pairsThatSomebodyLookedForNeverCount() {
    judge(20, PairFilter.ALL);
    Precision before = sampling.estimate(PairFilter.ALL, verdicts);
    int next = sampling.next(PairFilter.ALL, verdicts);

    for (int row : RowOrder.DISAGREEMENT.of(table, table.all(), 0)) {
      say(row, Verdict.DIFFERENT, null);
    }

    assertThat(sampling.estimate(PairFilter.ALL, verdicts)).isEqualTo(before);
    assertThat(sampling.next(PairFilter.ALL, verdicts)).isEqualTo(next);
  }

  @Test
  void aBatchThatVetoesDrawnPairsLeavesTheEstimate() {
    judge(20, PairFilter.ALL);
    Precision before = sampling.estimate(PairFilter.ALL, verdicts);

    verdicts.sayOfAll("ann", null, Verdict.DIFFERENT, table.keys(table.all()), "all");

    assertThat(sampling.estimate(PairFilter.ALL, verdicts)).isEqualTo(before);
    assertThat(before.same()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void aNarrowerFilterUsesWhatItKeepsOfASample() {
    judge(60, PairFilter.ALL);
    int known = sampling.sample(MUTUAL, verdicts).length;
    long kept =
        java.util.Arrays.stream(sampling.sample(PairFilter.ALL, verdicts))
            .filter(Selection.of(table, MUTUAL)::get)
            .count();

    assertThat(known).isEqualTo((int) kept).isPositive();
    judge(MUTUAL, Verdict.DIFFERENT);
    assertThat(sampling.estimate(MUTUAL, verdicts).different()).isPositive();
    assertThat(sampling.estimate(PairFilter.ALL, verdicts).different())
        .as("the wider one's sample is as it was")
        .isZero();
  }

  @Test
  void aFilterThatKeepsOthersTooBeginsAnew() {
    judge(20, MUTUAL);

    assertThat(sampling.estimate(PairFilter.ALL, verdicts).drawn()).isZero();
    assertThat(sampling.estimate(PairFilter.ALL.withK(2), verdicts).drawn()).isZero();
  }

  @Test
  void whatWasTakenBackIsAskedAgain() {
    judge(5, PairFilter.ALL);
    int row = judge(PairFilter.ALL, Verdict.DIFFERENT);

    verdicts.undo("ann");

    assertThat(sampling.next(PairFilter.ALL, verdicts)).isEqualTo(row);
    assertThat(sampling.estimate(PairFilter.ALL, verdicts).different()).isZero();
  }

  @Test
  void samplesAreThoseOfTheirNeighborsAndOrder() {
    judge(20, PairFilter.ALL);

    PairTable recomputed = PairTable.of(Tables.graph(100, 5, 3), new int[100]);
    assertThat(new Sampling(recomputed, 1).estimate(PairFilter.ALL, verdicts).drawn())
        .as("the same neighbors, found again")
        .isGreaterThanOrEqualTo(20);
    assertThat(new Sampling(table, 2).estimate(PairFilter.ALL, verdicts).drawn()).isZero();
    PairTable others = Tables.table(100, 5, 2, 4);
    assertThat(new Sampling(others, 1).estimate(PairFilter.ALL, verdicts).drawn()).isZero();
  }

  @Test
  void aSampleSurvivesItsFile() {
    judge(10, MUTUAL.withVerdict(PairFilter.Judged.NONE));
    Verdicts read =
        Verdicts.of(
            verdicts.standing().stream()
                .map(act -> Json.read(Json.line(act), Act.class, "test"))
                .toList());

    assertThat(sampling.estimate(MUTUAL, read)).isEqualTo(sampling.estimate(MUTUAL, verdicts));
    assertThat(sampling.estimate(MUTUAL, read).drawn()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void undecidedPairsWidenTheOuterBoundsAlone() {
    Precision without = Precision.of(1000, 60, 40, 0, 0);
    Precision with = Precision.of(1000, 60, 40, 15, 5);

    assertThat(with.share()).isEqualTo(0.6);
    assertThat(with.low()).isCloseTo(without.low(), within(0.005));
    assertThat(with.lowest()).isLessThan(60.0 / 120);
    assertThat(with.highest()).isGreaterThan(80.0 / 120);
    assertThat(without.lowest()).isEqualTo(without.low());
    assertThat(without.highest()).isEqualTo(without.high());
    assertThat(Precision.of(1000, 0, 0, 3, 0).share()).isNaN();
    assertThat(Precision.of(1000, 0, 0, 3, 0).low()).isZero();
    assertThat(Precision.of(1000, 0, 0, 3, 0).high()).isEqualTo(1);
  }

  /** statsmodels' proportion_confint(64, 100, method="wilson"), and of 81 of 263. */
  @Test
  void theIntervalIsWilsons() {
    Wilson interval = Wilson.of(64, 100, Double.POSITIVE_INFINITY);

    assertThat(interval.low()).isCloseTo(0.5424, within(1e-4));
    assertThat(interval.high()).isCloseTo(0.7273, within(1e-4));
    assertThat(Wilson.ofShare(0.64, 100)).isEqualTo(interval);
    assertThat(Wilson.of(81, 263, 1e12).low()).isCloseTo(0.2553, within(1e-4));
    assertThat(Wilson.of(81, 263, 1e12).high()).isCloseTo(0.3662, within(1e-4));
    assertThat(Wilson.of(0, 20, 1e12).low()).isZero();
    assertThat(Wilson.of(20, 20, 1e12).high()).isEqualTo(1);
  }

  @Test
  void keysOfRowsAreThePairsOnce() {
    assertThat(table.keys(table.all()))
        .isSorted()
        .doesNotHaveDuplicates()
        .contains(PairKey.of(0, table.neighbor(0)));
  }
}
