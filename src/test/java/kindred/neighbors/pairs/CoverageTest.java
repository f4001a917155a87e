package kindred.neighbors.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judges who answer by the label, a thousand of them with an order of their own each: how often the
 * interval holds the true precision of all pairs that a filter keeps.
 */
class CoverageTest {
  private static final int IMAGES = 400;
  private static final int JUDGES = 1000;
  private static final NeighborGraph GRAPH = Tables.graph(IMAGES, 5, 8);

  /**
   * What is tried.
   *
   * @param rare share of the second class: 0.5 makes precision about 0.5, a small one nearly 1
   * @param drawn with which filter pairs are drawn and judged
   * @param judged how many
   * @param estimated of which filter's pairs precision is estimated, the same or a narrower one
   * @param unsure how many of a hundred pairs the judges cannot tell
   */
  private record Trial(
      double rare, PairFilter drawn, int judged, PairFilter estimated, int unsure) {
    static Trial of(double rare, PairFilter filter, int judged) {
      return new Trial(rare, filter, judged, filter, 0);
    }
  }

  static List<Trial> trials() {
    PairFilter all = PairFilter.ALL;
    return Stream.of(
            Trial.of(0.5, all, 50),
            Trial.of(0.5, all.withClosest(0.1), 30),
            Trial.of(0.5, all.withMutual(3), 100),
            Trial.of(0.5, all.withDistances(null, 0.03), 20),
            Trial.of(0.05, all, 200),
            Trial.of(0.05, all.withClosest(0.3), 100),
            Trial.of(0.05, all.withMutual(3).withK(2), 60),
            Trial.of(0.01, all, 400),
            new Trial(0.5, all, 150, all.withClosest(0.3), 0),
            new Trial(0.05, all, 250, all.withMutual(4), 0),
            new Trial(0.3, all, 100, all, 20))
        .toList();
  }

  private static int[] labels(double rare) {
    Random random = new Random(11);
    return IntStream.range(0, IMAGES).map(i -> random.nextDouble() < rare ? 1 : 0).toArray();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theIntervalHoldsTheTruthAsOftenAsItSays(Trial trial) {
    PairTable table = PairTable.of(GRAPH, labels(trial.rare()));
    double truth = truth(table, trial);
    int held = 0;
    double sum = 0;
    int drawn = 0;
    for (int judge = 0; judge < JUDGES; judge++) {
      Precision precision = judge(table, trial, judge);
      held += precision.low() <= truth + 1e-12 && truth - 1e-12 <= precision.high() ? 1 : 0;
      sum += precision.share();
      drawn += precision.drawn();
    }
    assertThat((double) held / JUDGES)
        .as("%s, precision %.3f, %d judged of %d", trial, truth, drawn / JUDGES, table.size())
        .isBetween(0.93, 0.97);
    assertThat(sum / JUDGES).as("no bias").isCloseTo(truth, within(0.008));
  }

  /** Of the pairs of which the judges can tell. */
  private static double truth(PairTable table, Trial trial) {
    Map<Verdict, Long> counts =
        Selection.of(table, trial.estimated()).stream()
            .mapToObj(row -> answer(table, trial, row))
            .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));
    long same = counts.get(Verdict.SAME);
    return (double) same / (same + counts.get(Verdict.DIFFERENT));
  }

  private static Verdict answer(PairTable table, Trial trial, int row) {
    int low = Math.min(table.image(row), table.neighbor(row));
    int high = Math.max(table.image(row), table.neighbor(row));
    if ((low * 31 + high * 17) % 100 < trial.unsure()) {
      return Verdict.UNSURE;
    }
    return table.agreement(row) == PairTable.SAME ? Verdict.SAME : Verdict.DIFFERENT;
  }

  private static Precision judge(PairTable table, Trial trial, long seed) {
    Sampling sampling = new Sampling(table, seed);
    Verdicts verdicts = Verdicts.none();
    for (int i = 0; i < trial.judged(); i++) {
      int row = sampling.next(trial.drawn(), verdicts);
      verdicts.say(
          "judge",
          null,
          answer(table, trial, row),
          table.image(row),
          table.neighbor(row),
          sampling.drawn(trial.drawn()));
    }
    return sampling.estimate(trial.estimated(), verdicts);
  }
}
