package kindred.gui.neighbors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kindred.gui.core.Session;
import kindred.gui.results.Curve;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PurityCurve;

/**
 * Numbers of the pairs that a training would take, computed in the background as the filter moves:
 * of several settings the latest, and never two at once. For the application thread.
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

  /** What a curve depends on; while it is the same the curve stays. */
  private record CurveKey(Browsed of, Along along, int k, int mutual) {}

  private final Session session;
  private final PairsModel pairs;
  private final ObjectProperty<Along> along = new SimpleObjectProperty<>(Along.CLOSEST);
  private final ReadOnlyObjectWrapper<Numbers> numbers = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Curve> curve = new ReadOnlyObjectWrapper<>(Curve.NONE);
  private CurveKey shown;
  private boolean wanted;
  private boolean underWay;
  private boolean again;

  NumbersModel(Session session, PairsModel pairs) {
    this.session = session;
    this.pairs = pairs;
    pairs.browsedProperty().addListener((property, before, now) -> compute());
    pairs
        .queryProperty()
        .addListener(
            (property, before, now) -> {
              if (!now.filter().asPositives().equals(before.filter().asPositives())) {
                compute();
              }
            });
    along.addListener((property, before, now) -> compute());
  }

  /** Begins to compute; before, nobody looks. */
  void wanted() {
    if (!wanted) {
      wanted = true;
      compute();
    }
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
    CurveKey key = new CurveKey(of, along.get(), filter.k(), filter.mutual());
    Curve kept = key.equals(shown) ? curve.get() : null;
    session
        .background()
        .run(
            () -> new Answer(Numbers.of(of, filter), key, kept == null ? curve(key, filter) : kept),
            this::arrived,
            failure -> {
              underWay = false;
              session.notices().problem(failure);
            });
  }

  private static Curve curve(CurveKey key, PairFilter filter) {
    PurityCurve curve =
        switch (key.along()) {
          case CLOSEST -> PurityCurve.overShare(key.of().table(), filter, STEPS);
          case MUTUAL -> PurityCurve.overMutual(key.of().table(), filter.k());
          case NEAREST -> PurityCurve.overK(key.of().table(), filter.mutual());
        };
    return Numbers.curve(curve.points(), key.along() != Along.NEAREST);
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
