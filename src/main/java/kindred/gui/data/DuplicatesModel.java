package kindred.gui.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.data.Duplicates;
import kindred.data.Duplicates.Found;
import kindred.data.Duplicates.Pair;
import kindred.data.SourceList;
import kindred.gui.core.Activity;
import kindred.gui.core.Session;
import kindred.gui.core.Words;

/** Looks for duplicates in a data set and shows those of a kind. For the application thread. */
final class DuplicatesModel {
  private static final int USUAL_BITS = 4;

  private final Session session;
  private final IntegerProperty bits = new SimpleIntegerProperty(USUAL_BITS);
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALL);
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Pair> pairs = FXCollections.observableArrayList();
  private Opened opened;

  /** Which pairs are shown. */
  enum Kind {
    ALL("All pairs"),
    SAME("Same pixels"),
    NEAR("Look alike"),
    CLASSES_DIFFER("Classes differ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  DuplicatesModel(Session session) {
    this.session = session;
    kind.addListener((property, before, now) -> filter());
    found.addListener((property, before, now) -> filter());
  }

  /** Turns to a data set; a search in another is stopped. */
  void show(Opened data) {
    cancel();
    opened = data;
    found.set(null);
  }

  /** Compares all images. */
  void search() {
    if (opened == null || activity.get() != null) {
      return;
    }
    Opened of = opened;
    int most = bits.get();
    long start = System.nanoTime();
    Activity begun =
        session
            .background()
            .start(
                "Looking for duplicates in " + of.set().name(),
                running ->
                    Duplicates.find(
                        of.set(),
                        most,
                        share -> running.update(share, left(share, start)),
                        running::cancelled),
                result -> {
                  if (of.equals(opened)) {
                    found.set(result);
                  }
                },
                session.notices()::problem);
    activity.set(begun);
    begun
        .doneProperty()
        .addListener(
            (property, before, now) -> {
              if (begun.equals(activity.get())) {
                activity.set(null);
              }
            });
  }

  private static String left(double share, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return share < 0.05 ? "" : Words.duration(seconds * (1 - share) / share) + " left";
  }

  void cancel() {
    if (activity.get() != null) {
      activity.get().cancel();
      activity.set(null);
    }
  }

  private void filter() {
    Found all = found.get();
    pairs.setAll(all == null ? List.of() : all.pairs().stream().filter(wanted()).toList());
  }

  private Predicate<Pair> wanted() {
    return switch (kind.get()) {
      case ALL -> pair -> true;
      case SAME -> Pair::same;
      case NEAR -> pair -> !pair.same();
      case CLASSES_DIFFER -> this::classesDiffer;
    };
  }

  /** Whether the two images of a pair have different labels. */
  boolean classesDiffer(Pair pair) {
    return opened.set().label(pair.first()) != opened.set().label(pair.second());
  }

  /** What was found, in a sentence. */
  String summary() {
    Found all = found.get();
    if (all == null) {
      return "";
    }
    if (all.exact() == 0 && all.near() == 0) {
      return "No duplicates: no two images have the same pixels or look alike.";
    }
    long differ = all.pairs().stream().filter(this::classesDiffer).count();
    String text =
        Words.count(all.exact(), "pair has", "pairs have")
            + " the same pixels, "
            + Words.count(all.near(), "looks", "look")
            + " alike";
    if (all.exact() + all.near() > all.pairs().size()) {
      text += "; the " + Words.count(all.pairs().size()) + " most similar are listed";
    }
    return differ == 0 ? text : text + "; " + Words.count(differ) + " with different classes";
  }

  /** The pairs that are shown, as lines of tab-separated text with a header. */
  void table(Consumer<String> done) {
    Opened of = opened;
    List<Pair> shown = List.copyOf(pairs);
    session.background().run(() -> table(of, shown), done);
  }

  private static String table(Opened of, List<Pair> pairs) {
    StringBuilder text = new StringBuilder("image\tother\tclass\tother class\t");
    text.append("same pixels\tbits\tcorrelation\tsource\tother source\n");
    SourceList sources = of.sources();
    for (Pair pair : pairs) {
      text.append(pair.first()).append('\t').append(pair.second()).append('\t');
      text.append(of.className(pair.first())).append('\t');
      text.append(of.className(pair.second())).append('\t');
      text.append(pair.same()).append('\t').append(pair.bits()).append('\t');
      text.append(Words.number(pair.correlation())).append('\t');
      text.append(sources.source(pair.first()).orElse("")).append('\t');
      text.append(sources.source(pair.second()).orElse("")).append('\n');
    }
    return text.toString();
  }

  /** How many of 64 bits may differ. */
  IntegerProperty bitsProperty() {
    return bits;
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** Null before a search. */
  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The search that runs; null if none does. */
  ReadOnlyObjectProperty<Activity> activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /** Of the kind that is wanted, the most similar first. */
  ObservableList<Pair> pairs() {
    return pairs;
  }

  Opened opened() {
    return opened;
  }
}
