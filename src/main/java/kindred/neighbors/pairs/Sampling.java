package kindred.neighbors.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kindred.data.Draws;
import kindred.experiment.Json;
import kindred.neighbors.verdict.Act;
import kindred.neighbors.verdict.Drawn;
import kindred.neighbors.verdict.PairKey;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;

/**
 * Draws pairs to be judged, so that precision can be estimated without labels. All rows of a table
 * stand in one random order. What a filter keeps of it is a random order of those rows, so its
 * first n are a uniform sample without replacement; they are asked for one after another. Once a
 * filter's first rows are judged up to some place, the rows that a narrower filter keeps of them
 * are a uniform sample of what that one keeps, and serve it as well; of a filter that keeps others
 * too they are not, so that one begins anew. Verdicts on pairs that somebody chose to look at never
 * count. The order is the same for everybody: one can go on where another ended. For one thread at
 * a time.
 */
public final class Sampling {
  /** The order that everybody draws in who does not ask for another. */
  public static final long SEED = 1;

  /** No row is left. */
  public static final int NONE = -1;

  /** Apart from the streams of other draws with the same seed. */
  private static final long STREAM = -3;

  /** Rows of so many filters are kept in mind. */
  private static final int MOST_FILTERS = 64;

  private final PairTable table;
  private final long seed;
  private final int[] order;
  private final Map<PairFilter, BitSet> kept = new Recent();
  private final Map<JsonNode, PairFilter> filters = new HashMap<>();
  private final Map<PairFilter, Drawn> drawn = new HashMap<>();

  /**
   * Prepares; of half a million rows in a tenth of a second or so.
   *
   * @param seed of the order; people who want to go on with each other's work take the same
   */
  public Sampling(PairTable table, long seed) {
    this.table = table;
    this.seed = seed;
    this.order = order();
  }

  private int[] order() {
    long[] keys = new long[table.size()];
    Draws draws = new Draws();
    for (int row = 0; row < keys.length; row++) {
      draws.startStream(seed, table.image(row), table.neighbor(row), STREAM);
      keys[row] = draws.nextLong() << Integer.SIZE | row;
    }
    Arrays.sort(keys);
    return Sorted.rows(keys);
  }

  /**
   * The row to be judged next; asks again for what was withdrawn.
   *
   * @return {@link #NONE} if all rows that the filter keeps are judged
   */
  public int next(PairFilter filter, Verdicts verdicts) {
    BitSet rows = rows(filter);
    for (int place = reach(filter, verdicts); place < order.length; place++) {
      if (rows.get(order[place])) {
        return order[place];
      }
    }
    return NONE;
  }

  /** What is to be noted with a verdict on the row that {@link #next} gave for the same filter. */
  public Drawn drawn(PairFilter filter) {
    return drawn.computeIfAbsent(
        filter.withoutVerdict(), own -> new Drawn(table.digest(), seed, Json.tree(own)));
  }

  /** The filter's rows that were drawn and judged so far, in the order in which they were drawn. */
  public int[] sample(PairFilter filter, Verdicts verdicts) {
    BitSet rows = rows(filter);
    return IntStream.range(0, reach(filter, verdicts))
        .map(place -> order[place])
        .filter(rows::get)
        .toArray();
  }

  /** What the sample tells of all rows that the filter keeps. */
  public Precision estimate(PairFilter filter, Verdicts verdicts) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (int row : sample(filter, verdicts)) {
      counts.merge(verdict(row, verdicts), 1, Integer::sum);
    }
    return Precision.of(
        rows(filter).cardinality(),
        counts.getOrDefault(Verdict.SAME, 0),
        counts.getOrDefault(Verdict.DIFFERENT, 0),
        counts.getOrDefault(Verdict.UNSURE, 0),
        counts.getOrDefault(Verdict.SKIP, 0));
  }

  /** What was said of a row when it was drawn; null if nothing. */
  public Verdict verdict(int row, Verdicts verdicts) {
    return verdicts.of(table.image(row), table.neighbor(row), this::isDrawn);
  }

  private boolean isDrawn(Act act) {
    return act.drawn() != null
        && act.drawn().seed() == seed
        && table.digest().equals(act.drawn().graph());
  }

  private BitSet rows(PairFilter filter) {
    PairFilter some = filter.withoutVerdict();
    BitSet rows = kept.get(some);
    if (rows == null) {
      rows = Selection.of(table, some);
      kept.put(some, rows);
    }
    return rows;
  }

  /**
   * Up to which place in the order the filter's rows are all judged, by itself or by one that keeps
   * them all.
   */
  private int reach(PairFilter filter, Verdicts verdicts) {
    BitSet rows = rows(filter);
    Set<Long> judged = new HashSet<>();
    asked(verdicts)
        .forEach(
            (other, pairs) -> {
              if (holds(rows(other), rows)) {
                judged.addAll(pairs);
              }
            });
    int place = 0;
    while (place < order.length
        && (!rows.get(order[place]) || judged.contains(key(order[place])))) {
      place++;
    }
    return place;
  }

  private long key(int row) {
    return PairKey.of(table.image(row), table.neighbor(row));
  }

  private static boolean holds(BitSet all, BitSet some) {
    BitSet others = (BitSet) some.clone();
    others.andNot(all);
    return others.isEmpty();
  }

  /** By the filter with which they were drawn the pairs that have a verdict. */
  private Map<PairFilter, Set<Long>> asked(Verdicts verdicts) {
    Map<JsonNode, Set<Long>> byText = new HashMap<>();
    for (Act act : verdicts.standing()) {
      if (isDrawn(act)) {
        Set<Long> pairs = byText.computeIfAbsent(act.drawn().filter(), key -> new HashSet<>());
        for (int[] pair : act.pairs()) {
          pairs.add(PairKey.of(pair[0], pair[1]));
        }
      }
    }
    Map<PairFilter, Set<Long>> asked = new HashMap<>();
    byText.forEach(
        (text, pairs) -> asked.computeIfAbsent(filter(text), key -> new HashSet<>()).addAll(pairs));
    return asked;
  }

  private PairFilter filter(JsonNode text) {
    return filters.computeIfAbsent(
        text, tree -> Json.convert(tree, PairFilter.class, "the filter of drawn pairs"));
  }

  /** Forgets what was not asked for the longest. */
  private static final class Recent extends LinkedHashMap<PairFilter, BitSet> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<PairFilter, BitSet> eldest) {
      return size() > MOST_FILTERS;
    }
  }
}
