package kindred.gui.data;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
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
import kindred.data.ImageSet;
import kindred.data.Leakage;
import kindred.data.SourceList;
import kindred.data.Split;
import kindred.gui.core.Activity;
import kindred.gui.core.Session;
import kindred.gui.core.Words;

/** Looks for duplicates in a data set and shows those of a kind. For the application thread. */
final class DuplicatesModel {
  private static final int USUAL_BITS = 4;

  private final Session session;
  private final IntegerProperty bits = new SimpleIntegerProperty(USUAL_BITS);
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALL);
  private final ReadOnlyObjectWrapper<Result> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Pair> pairs = FXCollections.observableArrayList();
  private Opened opened;

  /** Which pairs are shown. */
  enum Kind {
    ALL("All pairs"),
    SAME("Same pixels"),
    NEAR("Look alike"),
    CLASSES_DIFFER("Classes differ"),
    LEAKS("Test and training");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * What a search found.
   *
   * @param leaks the test images that are or look the same as a training image, each with the most
   *     similar one; none of a data set that keeps no split
   */
  record Result(Found duplicates, List<Pair> leaks) {
    /** Compares all images; for background threads. */
    static Result of(ImageSet set, int bits, DoubleConsumer progress, BooleanSupplier cancelled) {
      if (!set.keepsSplit()) {
        return new Result(Duplicates.find(set, bits, progress, cancelled), List.of());
      }
      Found duplicates = Duplicates.find(set, bits, share -> progress.accept(share / 2), cancelled);
      Split split = Split.of(set, 0, 0, 0);
      Leakage.Found leakage =
          Leakage.find(
              new Leakage.Side(set, split.heldOut()),
              new Leakage.Side(set, split.train()),
              bits,
              share -> progress.accept((1 + share) / 2),
              cancelled);
      return new Result(duplicates, leakage.leaks().stream().map(Result::pair).toList());
    }

    private static Pair pair(Leakage.Leak leak) {
      return new Pair(
          Math.min(leak.image(), leak.twin()),
          Math.max(leak.image(), leak.twin()),
          leak.same(),
          leak.bits(),
          leak.correlation());
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
                    Result.of(
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
    pairs.setAll(found.get() == null ? List.of() : wanted(found.get()));
  }

  private List<Pair> wanted(Result result) {
    List<Pair> all = result.duplicates().pairs();
    return switch (kind.get()) {
      case ALL -> all;
      case SAME -> all.stream().filter(Pair::same).toList();
      case NEAR -> all.stream().filter(pair -> !pair.same()).toList();
      case CLASSES_DIFFER -> all.stream().filter(this::classesDiffer).toList();
      case LEAKS -> result.leaks();
    };
  }

  /** Whether the two images of a pair have different labels. */
  boolean classesDiffer(Pair pair) {
    return opened.set().label(pair.first()) != opened.set().label(pair.second());
  }

  /** Whether a pair is of a test image and a training image. */
  boolean leaks(Pair pair) {
    return opened.set().test(pair.first()) != opened.set().test(pair.second());
  }

  /** What an image is called: with its side, if the data set keeps a split. */
  String imageName(int image) {
    String side = opened.set().test(image) ? "test image " : "training image ";
    return (opened.set().keepsSplit() ? side : "image ") + Words.count(image);
  }

  /** What was found, in a sentence or two. */
  String summary() {
    if (found.get() == null) {
      return "";
    }
    Found all = found.get().duplicates();
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
    if (differ > 0) {
      text += "; " + Words.count(differ) + " with different classes";
    }
    return text + "." + leakage();
  }

  private String leakage() {
    if (!opened.set().keepsSplit()) {
      return "";
    }
    List<Pair> leaks = found.get().leaks();
    if (leaks.isEmpty()) {
      return " No test image is or looks the same as a training image.";
    }
    long same = leaks.stream().filter(Pair::same).count();
    return " Of "
        + Words.count(opened.set().info().test(), "test image", "test images")
        + ", "
        + Words.count(leaks.size())
        + (leaks.size() == 1 ? " is" : " are")
        + " among the training images too ("
        + Words.count(same)
        + " with the same pixels), which flatters every result.";
  }

  /** The pairs that are shown, as lines of tab-separated text with a header. */
  void table(Consumer<String> done) {
    Opened of = opened;
    List<Pair> shown = List.copyOf(pairs);
    session.background().run(() -> table(of, shown), done);
  }

  private static String table(Opened of, List<Pair> pairs) {
    StringBuilder text = new StringBuilder("image\tother\ttest\tother test\tclass\tother class\t");
    text.append("same pixels\tbits\tcorrelation\tsource\tother source\n");
    SourceList sources = of.sources();
    for (Pair pair : pairs) {
      text.append(pair.first()).append('\t').append(pair.second()).append('\t');
      text.append(of.set().test(pair.first())).append('\t');
      text.append(of.set().test(pair.second())).append('\t');
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
  ReadOnlyObjectProperty<Result> foundProperty() {
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
