package kindred.gui.neighbors;

import java.util.Arrays;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.pairs.Precision;
import kindred.neighbors.pairs.Sampling;
import kindred.neighbors.verdict.Drawn;
import kindred.neighbors.verdict.PairKey;
import kindred.neighbors.verdict.Verdict;

/**
 * Pairs drawn from those that a training would take, and what their verdicts tell of all. A filter
 * that is being moved is heeded once it rests. For the application thread.
 */
final class Sample {
  private static final Duration REST = Duration.millis(250);

  private final Session session;
  private final PairsModel pairs;
  private final PauseTransition rest = new PauseTransition(REST);
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private Ready ready;
  private int asked;

  /** What is drawn from now. */
  private record Ready(Browsed of, Sampling sampling, PairFilter filter) {}

  Sample(Session session, PairsModel pairs) {
    this.session = session;
    this.pairs = pairs;
    rest.setOnFinished(event -> prepare());
    pairs
        .browsedProperty()
        .addListener(
            (property, before, now) -> {
              ready = null;
              asked++;
              changed();
              if (now != null) {
                rest.playFromStart();
              }
            });
    pairs
        .queryProperty()
        .addListener(
            (property, before, now) -> {
              if (!now.filter().asPositives().equals(before.filter().asPositives())) {
                rest.playFromStart();
              }
            });
  }

  private void prepare() {
    Browsed of = pairs.browsedProperty().get();
    if (of == null) {
      return;
    }
    PairFilter filter = pairs.queryProperty().get().filter().asPositives();
    boolean again = ready != null && of.equals(ready.of());
    Sampling before = again ? ready.sampling() : null;
    int number = ++asked;
    session
        .background()
        .run(
            () -> {
              Sampling sampling = before == null ? new Sampling(of.table(), Sampling.SEED) : before;
              pairs.judgments().read(verdicts -> sampling.next(filter, verdicts));
              return new Ready(of, sampling, filter);
            },
            now -> {
              if (number == asked) {
                ready = now;
                changed();
              }
            });
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  boolean isReady() {
    return ready != null;
  }

  /** The pair to be judged next, or {@link PairSelection#NONE}. */
  int next() {
    return ready == null
        ? PairSelection.NONE
        : pairs.judgments().read(verdicts -> ready.sampling().next(ready.filter(), verdicts));
  }

  /** To be noted with a verdict on that pair. */
  Drawn drawn() {
    return ready.sampling().drawn(ready.filter());
  }

  /** What the verdicts on drawn pairs tell; null while nothing is drawn. */
  Precision precision() {
    return ready == null
        ? null
        : pairs.judgments().read(verdicts -> ready.sampling().estimate(ready.filter(), verdicts));
  }

  /** The same in words, such as {@code 120 judged, estimated precision 64 % (55–72 %)}. */
  String words() {
    Precision precision = precision();
    if (precision == null) {
      return "";
    }
    String judged = Words.count(judged()) + " judged";
    return precision.decided() == 0
        ? judged
        : judged + ", estimated precision " + estimate(precision);
  }

  /** Different pairs: mutual ones are drawn twice, and one verdict counts for both. */
  private long judged() {
    Sampling sampling = ready.sampling();
    PairTable table = ready.of().table();
    return pairs
        .judgments()
        .read(
            verdicts ->
                Arrays.stream(sampling.sample(ready.filter(), verdicts))
                    .filter(row -> sampling.verdict(row, verdicts) != Verdict.SKIP)
                    .mapToLong(row -> PairKey.of(table.image(row), table.neighbor(row)))
                    .distinct()
                    .count());
  }

  /** {@code 64 % (55–72 %)}, with the interval of 95 % confidence. */
  static String estimate(Precision precision) {
    return share(precision) + " (" + interval(precision) + ")";
  }

  /** {@code 64 %}. */
  static String share(Precision precision) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * precision.share());
  }

  /** {@code 55–72 %}. */
  static String interval(Precision precision) {
    return String.format(
        Locale.ROOT, "%.0f–%.0f %%", 100 * precision.low(), 100 * precision.high());
  }

  /** The interval, and what the undecided pairs could make of it. */
  static String bounds(Precision precision) {
    String bounds =
        String.format(
            Locale.ROOT,
            "With 95 %% confidence between %.1f and %.1f %% (Wilson), of %s that the filters"
                + " keep.",
            100 * precision.low(),
            100 * precision.high(),
            Words.count(precision.pairs(), "pair", "pairs"));
    int open = precision.unsure() + precision.skipped();
    return open == 0
        ? bounds
        : bounds
            + String.format(
                Locale.ROOT,
                " If %s counted against or for it, between %.1f and %.1f %%.",
                open == 1 ? "the undecided one is" : "the " + open + " undecided ones are",
                100 * precision.lowest(),
                100 * precision.highest());
  }

  /** Changes when other pairs are drawn from. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }
}
