package kindred.gui.neighbors;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kindred.gui.core.Words;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.verdict.Act;
import kindred.neighbors.verdict.Verdict;

/**
 * Which pair is to be judged now, and how far one is. A pair that was judged gives way to the next
 * at once; undo comes back to it. For the application thread.
 */
final class JudgeModel {
  /** Where the next pair comes from. */
  enum Mode {
    SAMPLE(
        "Sample",
        "Pairs are drawn at random from those that the filters of Pairs keep, so that the share judged"
            + " the same kind estimates how many of all of them are. For a training that takes one"
            + " neighbor an image, set Nearest to 1 there; no verdict is lost by that."),
    ORDER(
        "In order",
        "The pairs as the rows show them, by their filter and order. These verdicts are heeded by"
            + " a training, but no estimate is made of them.");

    private final String title;
    private final String help;

    Mode(String title, String help) {
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

  private static final int AHEAD = 3;

  private final PairsModel pairs;
  private final Sample sample;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SAMPLE);
  private final ReadOnlyIntegerWrapper pair = new ReadOnlyIntegerWrapper(PairSelection.NONE);
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private int[] order = {};
  private int place;
  private boolean stepping;

  JudgeModel(PairsModel pairs, Sample sample) {
    this.pairs = pairs;
    this.sample = sample;
    mode.addListener((property, before, now) -> begin());
    pairs.foundProperty().addListener((property, before, now) -> keepPlace(now));
    sample.changesProperty().addListener((property, before, now) -> show());
    pairs
        .judgments()
        .changesProperty()
        .addListener(
            (property, before, now) -> {
              if (!stepping) {
                show();
              }
            });
    keepPlace(pairs.foundProperty().get());
  }

  /** From the first pair that nobody judged. */
  private void begin() {
    place = 0;
    skipJudged();
    show();
  }

  private void skipJudged() {
    while (place < order.length && pairs.verdict(order[place]) != null) {
      place++;
    }
  }

  /** Of other pairs in sight, goes on at the same one if it is still there. */
  private void keepPlace(Found now) {
    int current = place < order.length ? order[place] : PairSelection.NONE;
    boolean first = order.length == 0;
    order = now == null ? new int[0] : now.order();
    int there = now == null ? -1 : indexOf(current);
    place = there >= 0 ? there : Math.min(place, order.length);
    if (first || there < 0) {
      skipJudged();
    }
    show();
  }

  private int indexOf(int wanted) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private void show() {
    boolean sampling = mode.get() == Mode.SAMPLE;
    int next = sampling ? sample.next() : place < order.length ? order[place] : PairSelection.NONE;
    progress.set(
        pairs.browsedProperty().get() == null
            ? ""
            : sampling ? sample.words() : placeWords(pairs.judgments().judged()));
    if (next == pair.get()) {
      return;
    }
    pair.set(next);
  }

  private String placeWords(int judged) {
    String where =
        order.length == 0
            ? "No pair"
            : "Pair "
                + Words.count(Math.min(place + 1, order.length))
                + " of "
                + Words.count(order.length);
    return where + " · " + Words.count(judged, "pair", "pairs") + " judged in all";
  }

  /** Gives a verdict on the pair in sight and goes on. */
  void judge(Verdict verdict) {
    int now = pair.get();
    Browsed of = pairs.browsedProperty().get();
    if (now == PairSelection.NONE || of == null || !pairs.judgments().isOpen()) {
      return;
    }
    boolean sampling = mode.get() == Mode.SAMPLE;
    stepping = true;
    pairs
        .judgments()
        .judge(
            of.run(), of.image(now), of.neighbor(now), verdict, sampling ? sample.drawn() : null);
    stepping = false;
    if (!sampling) {
      place++;
      skipJudged();
    }
    show();
  }

  /** Takes back the latest verdict, and comes back to its pair if it is one of those here. */
  void undo() {
    Act back = pairs.judgments().undo();
    if (back != null && mode.get() == Mode.ORDER && back.pairs().length == 1) {
      PairTable table = pairs.browsedProperty().get().table();
      int a = back.pairs()[0][0];
      int b = back.pairs()[0][1];
      int there = Math.max(indexOf(table.row(a, b)), indexOf(table.row(b, a)));
      place = there < 0 ? place : there;
    }
    show();
  }

  /** Goes to a pair of those in sight. */
  void open(int wanted) {
    mode.set(Mode.ORDER);
    int there = indexOf(wanted);
    place = there < 0 ? place : there;
    show();
  }

  /** Images that will be seen next. */
  List<Integer> upcoming() {
    Browsed of = pairs.browsedProperty().get();
    if (of == null || mode.get() == Mode.SAMPLE) {
      return List.of();
    }
    return IntStream.range(place + 1, Math.min(order.length, place + 1 + AHEAD))
        .flatMap(i -> IntStream.of(of.image(order[i]), of.neighbor(order[i])))
        .boxed()
        .toList();
  }

  /** Why no pair is in sight. */
  String endWords() {
    if (mode.get() == Mode.SAMPLE && !sample.isReady()) {
      return "Drawing pairs …";
    }
    return order.length == 0
        ? "The filter leaves no pair to judge. Loosen it under Pairs or Numbers."
        : "All pairs that the filter leaves are judged.";
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** The pair to be judged, or {@link PairSelection#NONE}. */
  ReadOnlyIntegerProperty pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** How far one is, in words. */
  ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }
}
