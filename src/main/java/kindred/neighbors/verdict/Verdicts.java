package kindred.neighbors.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What people said of a data set's pairs, all in all. Of one person's verdicts on a pair the latest
 * holds; people who contradict each other leave it unsure. It depends on which acts there are, not
 * on their order, so that two people's files can be put together. For one thread at a time.
 */
public final class Verdicts {
  /** An act that gives a verdict. */
  private record Entry(Act act, Instant at, long[] keys) {
    static Entry of(Act act) {
      return new Entry(act, act.time(), PairKey.sorted(act.pairs()));
    }

    boolean has(long key) {
      return Arrays.binarySearch(keys, key) >= 0;
    }
  }

  private static final Comparator<Entry> BY_TIME =
      Comparator.comparing(Entry::at).thenComparing(entry -> entry.act().id());

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Map<Long, List<Entry>> single = new HashMap<>();
  private final List<Entry> many = new ArrayList<>();
  private Instant last = Instant.EPOCH;

  /** Nobody said anything. */
  public static Verdicts none() {
    return new Verdicts();
  }

  /** What some acts come to; of several with one id the first counts. */
  public static Verdicts of(Collection<Act> acts) {
    Verdicts verdicts = new Verdicts();
    acts.forEach(verdicts::add);
    return verdicts;
  }

  /** Adds what somebody did. */
  public void add(Act act) {
    if (act.withdraws() != null) {
      withdrawn.add(act.withdraws());
    } else if (!entries.containsKey(act.id())) {
      Entry entry = Entry.of(act);
      entries.put(act.id(), entry);
      if (entry.keys().length == 1) {
        single.computeIfAbsent(entry.keys()[0], key -> new ArrayList<>(1)).add(entry);
      } else {
        many.add(entry);
      }
    }
    last = last.isAfter(act.time()) ? last : act.time();
  }

  /**
   * Gives a verdict on a pair, and adds it.
   *
   * @param run the neighbors that were looked at
   * @param drawn how the pair was drawn; null if it was chosen
   * @return what is to be appended to the file
   */
  public Act say(String by, String run, Verdict verdict, int a, int b, Drawn drawn) {
    return added(Act.verdict(now(), by, run, verdict, new int[][] {{a, b}}, drawn, null));
  }

  /**
   * Gives the same verdict on many pairs at once, and adds it.
   *
   * @param keys of the pairs, at least one
   * @param why what they have in common, in a few words
   * @return what is to be appended to the file
   */
  public Act sayOfAll(String by, String run, Verdict verdict, long[] keys, String why) {
    int[][] pairs =
        Arrays.stream(keys)
            .distinct()
            .mapToObj(key -> new int[] {PairKey.first(key), PairKey.second(key)})
            .toArray(int[][]::new);
    return added(Act.verdict(now(), by, run, verdict, pairs, null, why));
  }

  /**
   * Takes back somebody's latest act that still holds, and adds that; the next call takes back the
   * one before it, as far back as there are any.
   *
   * @return what is to be appended to the file, or nothing if none is left
   */
  public Optional<Act> undo(String by) {
    return latest(by).map(act -> added(Act.withdrawal(now(), by, act)));
  }

  /** Somebody's latest act that still holds: what an undo would take back. */
  public Optional<Act> latest(String by) {
    return entries.values().stream()
        .filter(entry -> entry.act().by().equals(by) && holds(entry))
        .max(BY_TIME)
        .map(Entry::act);
  }

  private Act added(Act act) {
    add(act);
    return act;
  }

  /** Later than all before, even if the clock was set back. */
  private Instant now() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
  }

  private boolean holds(Entry entry) {
    return !withdrawn.contains(entry.act().id());
  }

  /** What is said of a pair, in whatever order; null if nothing. */
  public Verdict of(int a, int b) {
    return together(PairKey.of(a, b), act -> true);
  }

  /** The same, heeding only some acts. */
  public Verdict of(int a, int b, Predicate<Act> heeded) {
    return together(PairKey.of(a, b), heeded);
  }

  private Verdict together(long key, Predicate<Act> heeded) {
    Map<String, Entry> latest = new HashMap<>();
    for (Entry entry : single.getOrDefault(key, List.of())) {
      keepLatest(entry, heeded, latest);
    }
    for (Entry entry : many) {
      if (entry.has(key)) {
        keepLatest(entry, heeded, latest);
      }
    }
    return Opinions.together(latest.values().stream().map(entry -> entry.act().verdict()).toList());
  }

  private void keepLatest(Entry entry, Predicate<Act> heeded, Map<String, Entry> latest) {
    if (holds(entry) && heeded.test(entry.act())) {
      latest.merge(
          entry.act().by(), entry, (one, two) -> BY_TIME.compare(one, two) < 0 ? two : one);
    }
  }

  /** The acts that give a verdict and still hold, in the order in which they were added. */
  public List<Act> standing() {
    return entries.values().stream().filter(this::holds).map(Entry::act).toList();
  }

  /** Told of a pair. */
  public interface Visitor {
    void visit(int a, int b, Verdict verdict);
  }

  /** Goes through all pairs that something is said of, the lower image's first. */
  public void forEach(Visitor visitor) {
    entries.values().stream()
        .filter(this::holds)
        .flatMapToLong(entry -> Arrays.stream(entry.keys()))
        .sorted()
        .distinct()
        .forEach(
            key ->
                visitor.visit(PairKey.first(key), PairKey.second(key), together(key, act -> true)));
  }

  /** The keys of the pairs of a verdict, ascending. */
  public long[] pairs(Verdict wanted) {
    LongStream.Builder keys = LongStream.builder();
    forEach(
        (a, b, verdict) -> {
          if (verdict == wanted) {
            keys.add(PairKey.of(a, b));
          }
        });
    return keys.build().toArray();
  }

  /** How many pairs there are of each verdict. */
  public Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    forEach((a, b, verdict) -> counts.merge(verdict, 1, Integer::sum));
    return counts;
  }

  /** Whether nothing is said of any pair. */
  public boolean isEmpty() {
    return entries.values().stream().noneMatch(this::holds);
  }
}
