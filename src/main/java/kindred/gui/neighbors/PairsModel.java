package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.data.SourceFiles;
import kindred.experiment.BadInput;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.Originals;
import kindred.gui.picture.Pictures;
import kindred.gui.results.Following;
import kindred.neighbors.pairs.GraphComparison;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.verdict.Verdict;
import kindred.run.RunFolder;
import kindred.run.Standing;
import kindred.run.Workspace;

/**
 * What all views of a neighbors run share: the run, what is asked of its pairs and which pairs that
 * leaves, what is selected and what was judged. For the application thread; reading and sorting
 * happen in the background, and of several questions only the last is answered.
 */
final class PairsModel {
  private final Session session;
  private final Following<Opened> following;
  private final ReadOnlyObjectWrapper<Browsed> browsed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
  private final ObjectProperty<PairQuery> query = new SimpleObjectProperty<>(PairQuery.ALL);
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<RunRow> otherRun = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Browsed> other = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper overlap = new ReadOnlyStringWrapper("");
  private final ObservableList<RunRow> comparable = FXCollections.observableArrayList();
  private final PairSelection selection = new PairSelection();
  private final Judgments judgments;
  private RunRow run;
  private Pictures pictures;
  private Originals originals;
  private int asked;

  PairsModel(Session session) {
    this.session = session;
    this.judgments = new Judgments(session);
    following =
        new Following<>(
            session, folder -> Opened.read(session.workspace(), folder), this::arrived, this::none);
    query.addListener((property, before, now) -> find());
    otherRun.addListener((property, before, now) -> readOther(now));
    judgments.changesProperty().addListener((property, before, now) -> judged());
  }

  /** Shows a run; nothing happens if it is in sight already. */
  void show(RunRow next) {
    if (next != run) {
      run = next;
      following.follow(next);
    }
  }

  /** A run's pairs, and all of them in the order that is asked for first. */
  private record Opened(Browsed browsed, Found all) {
    static Opened read(Workspace workspace, RunFolder run) {
      Browsed read = Browsed.read(workspace, run);
      return read == null ? null : new Opened(read, read.all());
    }
  }

  private void arrived(RunRow of, Opened opened) {
    Browsed now = opened.browsed();
    Browsed before = browsed.get();
    if (before != null && before.run().equals(now.run())) {
      return; // what is done does not change
    }
    if (before == null || !before.images().name().equals(now.images().name())) {
      pictures = new Pictures(now.images(), session.background());
      if (originals != null) {
        originals.close();
      }
      originals = new Originals(new SourceFiles(now.images()), session.background());
    }
    otherRun.set(null);
    selection.show(null);
    found.set(null);
    judgments.open(now.images());
    nothing.set("");
    browsed.set(now);
    offerComparisons(of, now);
    query.set(PairQuery.ALL);
    answer(++asked, opened.all());
  }

  private void none(String why) {
    selection.show(null);
    found.set(null);
    browsed.set(null);
    nothing.set(why);
  }

  /** Other neighbors of the same images. */
  private void offerComparisons(RunRow of, Browsed now) {
    List<RunRow> others = new ArrayList<>();
    for (RunRow row : session.board().runs()) {
      boolean done = row.standing() == Standing.DONE;
      if (row != of && done && now.images().name().equals(dataOf(row.stage().orElse(null)))) {
        others.add(0, row);
      }
    }
    comparable.setAll(others);
  }

  /** The data set whose neighbors a stage finds; null if it finds none, or nobody knows. */
  private String dataOf(Stage stage) {
    if (!(stage instanceof NeighborStage neighbors)) {
      return null;
    }
    if (neighbors.data() != null) {
      return neighbors.data();
    }
    Stage source = session.board().run(neighbors.source()).flatMap(RunRow::stage).orElse(null);
    return source instanceof TrainingStage training ? training.data() : null;
  }

  private void readOther(RunRow with) {
    if (with == null) {
      other.set(null);
      overlap.set("");
      if (query.get().order() == PairOrder.RUNS) {
        query.set(query.get().with(PairOrder.CLOSEST));
      }
      return;
    }
    Browsed of = browsed.get();
    session
        .background()
        .run(
            () -> Compared.of(of, Browsed.read(session.workspace(), with.folder())),
            compared -> {
              if (otherRun.get() == with) {
                other.set(compared.other());
                overlap.set(compared.words());
                if (query.get().order() == PairOrder.RUNS) {
                  find();
                }
              }
            });
  }

  /** Another run's neighbors, and how many of them are this one's as well. */
  private record Compared(Browsed other, String words) {
    static Compared of(Browsed one, Browsed other) {
      if (other == null) {
        throw new BadInput("that run has no neighbors any more; find them again to compare");
      }
      GraphComparison compared = one.compared(other);
      return new Compared(
          other,
          Words.number(compared.k() * compared.overlap())
              + " of "
              + Words.count(compared.k(), "neighbor", "neighbors")
              + " shared");
    }
  }

  /** Looks again where a verdict decides which pairs there are. */
  private void judged() {
    if (query.get().filter().verdict() != null) {
      find();
    }
  }

  private void find() {
    Browsed of = browsed.get();
    if (of == null) {
      return;
    }
    PairQuery what = query.get();
    Browsed with = other.get();
    int number = ++asked;
    session.background().run(() -> of.find(what, judgments, with), now -> answer(number, now));
  }

  private void answer(int number, Found now) {
    if (number == asked) {
      found.set(now);
      selection.show(now);
    }
  }

  /** The row of an image in sight. */
  ShownRow row(int image) {
    return browsed.get().row(image, found.get(), judgments, other.get());
  }

  /** What was judged of a pair, or null. */
  Verdict verdict(int pair) {
    Browsed of = browsed.get();
    return judgments.of(of.image(pair), of.neighbor(pair));
  }

  /** Takes all filters away. */
  void reset() {
    query.set(query.get().with(PairFilter.ALL));
  }

  /** Asks with another filter. */
  void filter(PairFilter filter) {
    query.set(query.get().with(filter));
  }

  /** The run and its pairs; null while there is none. */
  ReadOnlyObjectProperty<Browsed> browsedProperty() {
    return browsed.getReadOnlyProperty();
  }

  /** Why there is nothing to see; empty if there just is nothing yet. */
  ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  ObjectProperty<PairQuery> queryProperty() {
    return query;
  }

  /** The pairs that the query keeps; null while nobody knows. */
  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The run that this one is compared with; null for none. */
  ObjectProperty<RunRow> otherRunProperty() {
    return otherRun;
  }

  /** How many neighbors the two share, in words; empty without another run. */
  ReadOnlyStringProperty overlapProperty() {
    return overlap.getReadOnlyProperty();
  }

  /** Its pairs, once they are read. */
  ReadOnlyObjectProperty<Browsed> otherProperty() {
    return other.getReadOnlyProperty();
  }

  /** The most neighbors that a row shows of the run that is compared with. */
  int othersMost() {
    return other.get() == null ? 0 : other.get().k();
  }

  /** Runs that this one can be compared with, newest first. */
  ObservableList<RunRow> comparable() {
    return comparable;
  }

  PairSelection selection() {
    return selection;
  }

  Judgments judgments() {
    return judgments;
  }

  Pictures pictures() {
    return pictures;
  }

  /** The same images from their files. */
  Originals originals() {
    return originals;
  }
}
