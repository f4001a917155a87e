package kindred.gui.neighbors;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kindred.gui.core.Session;
import kindred.gui.results.Curve;
import kindred.neighbors.pairs.Heeded;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PurityCurve;
import kindred.neighbors.pairs.Sampling;
import kindred.neighbors.verdict.Verdicts;

/**
 * Numbers of the pairs that a training would take, computed in the background as the filter moves
 * and pairs are judged: of several settings the latest, and never two at once. For the application
 * thread.
 */
final class NumbersModel {
  /** Which filter's settings the curve runs over. */
  enum Along {
    CLOSEST("Closest share", "Over shares of the pairs, the closest ones"),
    MUTUAL("Mutual", "Over how many nearest both must be among"),
    NEAREST("Nearest", "Over how many nearest of each image are taken");

    private final String title;
    private final String help;

    Along(String title, String help) {
      this.title = title;
      this.help = help;
    }

    String title() {
      return title;
    }

    String help() {
      return help;
    }
  }

  private static final int STEPS = 200;

  /** So many where each takes a look at all verdicts. */
  private static final int ESTIMATES = 24;

  /**
   * What a curve depends on; while it is the same the curve stays.
   *
   * @param heeds whether a training would heed verdicts
   * @param said changes with the verdicts; always the same if they play no part
   */
  private record CurveKey(Browsed of, Along along, int k, int mutual, boolean heeds, int said) {}

  private final Session session;
  private final PairsModel pairs;
  private final ObjectProperty<Along> along = new SimpleObjectProperty<>(Along.CLOSEST);
  private final ReadOnlyObjectWrapper<Numbers> numbers = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Curve> curve = new ReadOnlyObjectWrapper<>(Curve.NONE);
  private CurveKey shown;
  private boolean wanted;
  private boolean underWay;
  private boolean again;

  /** For the background alone, which has one question at a time; null before the first. */
  private Drawing drawing;

  /** A run's pairs in the order in which they are drawn. */
  private record Drawing(Browsed of, Sampling sampling) {}

  NumbersModel(Session session, PairsModel pairs) {
    this.session = session;
    this.pairs = pairs;
    pairs.browsedProperty().addListener((property, before, now) -> compute());
    pairs
        .queryProperty()
        .addListener(
            (property, before, now) -> {
              if (now.verdicts() != before.verdicts()
                  || !now.filter().asPositives().equals(before.filter().asPositives())) {
                compute();
              }
            });
    along.addListener((property, before, now) -> compute());
    pairs
        .judgments()
        .changesProperty()
        .addListener(
            (property, before, now) -> {
              if (playPart()) {
                compute();
              }
            });
  }

  /** Begins to compute; before, nobody looks. */
  void wanted() {
    if (!wanted) {
      wanted = true;
      compute();
    }
  }

  /** Whether verdicts change what is seen. */
  private boolean playPart() {
    Browsed of = pairs.browsedProperty().get();
    return of != null && (pairs.queryProperty().get().verdicts() || !of.labeled());
  }

  private record Answer(Numbers numbers, CurveKey key, Curve curve) {}

  private void compute() {
    Browsed of = pairs.browsedProperty().get();
    if (of == null || !wanted) {
      return;
    }
    if (underWay) {
      again = true;
      return;
    }
    underWay = true;
    PairFilter filter = pairs.queryProperty().get().filter().asPositives();
    CurveKey key =
        new CurveKey(
            of,
            along.get(),
            filter.k(),
            filter.mutual(),
            pairs.queryProperty().get().verdicts(),
            playPart() ? pairs.judgments().changesProperty().get() : 0);
    Curve kept = key.equals(shown) ? curve.get() : null;
    session
        .background()
        .run(
            () -> answer(key, filter, kept),
            this::arrived,
            failure -> {
              underWay = false;
              session.notices().problem(failure);
            });
  }

  private Answer answer(CurveKey key, PairFilter filter, Curve kept) {
    Browsed of = key.of();
    Verdicts said = key.heeds() || !of.labeled() ? pairs.judgments().copy() : Verdicts.none();
    Heeded heeded = key.heeds() ? Heeded.of(of.table(), said) : Heeded.none(of.table());
    double estimated =
        of.labeled() || said.isEmpty() ? Double.NaN : drawing(of).estimate(filter, said).share();
    return new Answer(
        Numbers.of(of, heeded, filter, estimated),
        key,
        kept == null ? curve(key, filter, heeded, said) : kept);
  }

  private Sampling drawing(Browsed of) {
    if (drawing == null || !drawing.of().equals(of)) {
      drawing = new Drawing(of, new Sampling(of.table(), Sampling.SEED));
    }
    return drawing.sampling();
  }

  private Curve curve(CurveKey key, PairFilter filter, Heeded heeded, Verdicts said) {
    boolean labeled = key.of().labeled();
    if (!labeled && said.isEmpty()) {
      return Curve.NONE;
    }
    PurityCurve curve =
        switch (key.along()) {
          case CLOSEST -> PurityCurve.overShare(heeded, filter, labeled ? STEPS : ESTIMATES);
          case MUTUAL -> PurityCurve.overMutual(heeded, filter.k());
          case NEAREST -> PurityCurve.overK(heeded, filter.mutual());
        };
    List<PurityCurve.Point> points = curve.points();
    boolean overCoverage = key.along() != Along.NEAREST;
    return labeled
        ? Numbers.curve(points, overCoverage)
        : Numbers.estimates(
            points,
            overCoverage,
            point -> drawing(key.of()).estimate(at(point, key.along(), filter), said));
  }

  /** The filter of which a point of the curve tells. */
  private static PairFilter at(PurityCurve.Point point, Along along, PairFilter filter) {
    PairFilter near = filter.withClosest(1.0).withDistances(null, null);
    return switch (along) {
      case CLOSEST -> near.withDistances(null, point.distance());
      case MUTUAL -> near.withMutual((int) point.setting());
      case NEAREST -> near.withK((int) point.setting());
    };
  }

  private void arrived(Answer answer) {
    underWay = false;
    if (answer.key().of().equals(pairs.browsedProperty().get())) {
      shown = answer.key();
      curve.set(answer.curve());
      numbers.set(answer.numbers());
    }
    if (again) {
      again = false;
      compute();
    }
  }

  ObjectProperty<Along> alongProperty() {
    return along;
  }

  /** What was counted last; null before. */
  ReadOnlyObjectProperty<Numbers> numbersProperty() {
    return numbers.getReadOnlyProperty();
  }

  /** Purity over the settings of a filter; the same object while it is the same curve. */
  ReadOnlyObjectProperty<Curve> curveProperty() {
    return curve.getReadOnlyProperty();
  }
}
