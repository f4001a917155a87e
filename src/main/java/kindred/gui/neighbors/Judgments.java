package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import kindred.data.ImageSet;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.verdict.Act;
import kindred.neighbors.verdict.Drawn;
import kindred.neighbors.verdict.PairKey;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.VerdictFile;
import kindred.neighbors.verdict.Verdicts;

/**
 * What people said of a data set's pairs, and what is said in this window. A verdict counts at
 * once; the file follows in the background, in the same order. For the application thread, but for
 * what says otherwise.
 */
final class Judgments {
  private final Session session;
  private final String by = System.getProperty("user.name", "someone");
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

  /** What the file does not have yet. */
  private final List<Unwritten> unwritten = new ArrayList<>();

  /** Held by whoever reads or changes what is said. */
  private final Object lock = new Object();

  private boolean writing;
  private VerdictFile file;
  private ImageSet images;
  private Verdicts verdicts = Verdicts.none();
  private boolean open;
  private String said = "";

  /** An act on its way to a file. */
  private record Unwritten(VerdictFile to, Act act) {}

  Judgments(Session session) {
    this.session = session;
  }

  /** Takes up the verdicts of a data set, anew if it has them already: others add to the file. */
  void open(ImageSet now) {
    if (!unwritten.isEmpty() && isOf(now)) {
      return;
    }
    if (!isOf(now)) {
      replace(Verdicts.none());
      open = false;
    }
    images = now;
    file = VerdictFile.of(now);
    said = "";
    changed();
    VerdictFile of = file;
    session
        .background()
        .run(
            of::read,
            read -> {
              if (file == of && unwritten.isEmpty()) {
                replace(read);
                open = true;
                changed();
              }
            });
  }

  private boolean isOf(ImageSet other) {
    return images != null && Objects.equals(images.folder(), other.folder());
  }

  private void replace(Verdicts now) {
    synchronized (lock) {
      verdicts = now;
    }
  }

  /** Whether verdicts can be given: not before the earlier ones are read, or if they cannot be. */
  boolean isOpen() {
    return open;
  }

  /**
   * Gives a verdict on a pair of images.
   *
   * @param run that the pair is a pair of
   * @param drawn how it came into sight, if it was drawn; null if it was looked for
   */
  void judge(String run, int a, int b, Verdict verdict, Drawn drawn) {
    if (open) {
      act(all -> all.say(by, run, verdict, a, b, drawn));
      said = "";
      changed();
    }
  }

  /**
   * Gives the same verdict on many pairs at once.
   *
   * @param why what they have in common
   */
  void judgeAll(Browsed of, int[] pairs, Verdict verdict, String why) {
    if (open && pairs.length > 0) {
      long[] keys =
          LongStream.range(0, pairs.length)
              .map(i -> PairKey.of(of.image(pairs[(int) i]), of.neighbor(pairs[(int) i])))
              .distinct()
              .toArray();
      act(all -> all.sayOfAll(by, of.run(), verdict, keys, why));
      // A pair of two images that are each other's neighbors was offered twice: two rows, one key.
      said = Words.count(pairs.length, "pair", "pairs") + " judged " + VerdictWords.of(verdict);
      changed();
    }
  }

  /** Takes back the user's latest act that still holds; returns that, or null if none is left. */
  Act undo() {
    Optional<Act> latest;
    synchronized (lock) {
      latest = verdicts.latest(by);
    }
    if (!open || latest.isEmpty()) {
      return null;
    }
    act(all -> all.undo(by).orElseThrow());
    int pairs = latest.get().pairs().length;
    said = "Took back " + Words.count(pairs, "verdict", "verdicts");
    changed();
    return latest.get();
  }

  /** Something that changes verdicts and tells what the file must hear. */
  @FunctionalInterface
  private interface Change {
    Act of(Verdicts verdicts);
  }

  private void act(Change change) {
    synchronized (lock) {
      unwritten.add(new Unwritten(file, change.of(verdicts)));
    }
    writeOn();
  }

  private void writeOn() {
    if (writing || unwritten.isEmpty()) {
      return;
    }
    writing = true;
    VerdictFile to = unwritten.get(0).to();
    Act[] next =
        unwritten.stream().takeWhile(one -> one.to() == to).map(Unwritten::act).toArray(Act[]::new);
    session
        .background()
        .run(
            () -> {
              to.append(next);
              return next.length;
            },
            written -> {
              writing = false;
              unwritten.subList(0, written).clear();
              writeOn();
            },
            failure -> {
              // They stay, and are tried again with the next one.
              writing = false;
              session.notices().problem(failure);
            });
  }

  private void changed() {
    synchronized (lock) {
      undoable.set(open && verdicts.latest(by).isPresent());
    }
    changes.set(changes.get() + 1);
  }

  /** What is said of two images, in either order; null if nothing. From any thread. */
  Verdict of(int a, int b) {
    synchronized (lock) {
      return verdicts.of(a, b);
    }
  }

  /** A table with all that was said by now. From any thread. */
  PairTable marked(PairTable table) {
    synchronized (lock) {
      return table.withVerdicts(verdicts);
    }
  }

  /** Something that is computed from verdicts. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Verdicts verdicts);
  }

  /** Computes something while nothing is said. From any thread. */
  <T> T read(Reading<T> reading) {
    synchronized (lock) {
      return reading.of(verdicts);
    }
  }

  /** All that is said by now, for whoever takes longer. From any thread. */
  Verdicts copy() {
    return Verdicts.of(read(Verdicts::standing));
  }

  /** What was done last to many pairs, in words; empty if nothing. */
  String said() {
    return said;
  }

  /** How many verdicts stand. */
  int judged() {
    return read(all -> all.standing().stream().mapToInt(act -> act.pairs().length).sum());
  }

  /** Whether there is something of this user's to be taken back. */
  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Changes with every verdict. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }
}
