package kindred.neighbors;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Precision;
import kindred.torch.Devices;
import kindred.torch.GramTiles;
import kindred.torch.Torch;

/**
 * Exact k nearest neighbors of every vector among all others, in tiles, so that memory beyond the
 * vectors and the result is bounded whatever their number.
 *
 * <p>Three sieves, each for the rows that the one before left in doubt. The first takes inner
 * products in bf16 where the processor is fast at it, and a tile serves its rows and its columns,
 * which halves the work. The second takes them in fp32. Both keep a few more candidates than k,
 * compute their distances again in float64, and prove from the bound on rounding that no other
 * vector can be nearer; where they cannot, the last compares a row with all others in float64.
 */
public final class NeighborSearch {
  private static final int TILE = 1024;
  private static final int SPARE_CANDIDATES = 14;
  private static final int ROWS_PER_STOP = 1024;

  private final SearchSpace space;
  private final int n;
  private final int k;
  private final Torch torch;
  private final Crew crew;
  private final Watcher watcher;
  private final BooleanSupplier stop;
  private final Result result;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Told how many of how many tiles of the first sieve are done. */
  @FunctionalInterface
  public interface Watcher {
    void searched(long done, long total);
  }

  /**
   * Neighbors of every row, nearest first; of equal distances the lower index first.
   *
   * @param indices n×k
   * @param distances n×k
   */
  public record Result(int n, int k, int[] indices, float[] distances) {}

  /** Ends a search; never seen outside. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }

  private NeighborSearch(
      Torch torch, Crew crew, SearchSpace space, int k, Watcher watcher, BooleanSupplier stop) {
    this.torch = torch;
    this.crew = crew;
    this.space = space;
    this.n = space.n();
    this.k = k;
    this.watcher = watcher;
    this.stop = stop;
    int length = Math.multiplyExact(n, k);
    this.result = new Result(n, k, new int[length], new float[length]);
  }

  /**
   * Searches.
   *
   * @param vectors n×dimension, finite
   * @param k at least 1 and less than n
   * @param stop asked after every tile and now and then while ranking, by several threads
   * @return the neighbors, or null after a stop
   */
  public static Result search(
      Torch torch,
      float[] vectors,
      int dimension,
      int k,
      Metric metric,
      Watcher watcher,
      BooleanSupplier stop) {
    Precision first = Devices.precision(Precision.AUTO, torch.device());
    return search(torch, vectors, dimension, k, metric, first, watcher, stop);
  }

  /** The same with another precision of the first sieve, which changes no result. */
  static Result search(
      Torch torch,
      float[] vectors,
      int dimension,
      int k,
      Metric metric,
      Precision first,
      Watcher watcher,
      BooleanSupplier stop) {
    int n = vectors.length / dimension;
    if (k < 1 || k >= n) {
      throw new BadInput(
          "k is " + k + ", but each of " + n + " images has only " + (n - 1) + " others");
    }
    SearchSpace space = new SearchSpace(vectors, dimension, metric);
    try (Crew crew = new Crew(torch.threads())) {
      return new NeighborSearch(torch, crew, space, k, watcher, stop).search(first);
    }
  }

  private Result search(Precision first) {
    try {
      int[] doubtful = sieveAll(first);
      if (doubtful.length > 0 && first != Precision.FP32) {
        doubtful = sieve(doubtful);
      }
      compareWithAll(doubtful);
      return result;
    } catch (Stopped e) {
      return null;
    }
  }

  private void askToStop() {
    if (stop.getAsBoolean()) {
      stopped.set(true);
    }
  }

  private Candidates candidates(int rows) {
    return new Candidates(rows, Math.min(k + SPARE_CANDIDATES, n - 1));
  }

  /** Returns the rows left in doubt. */
  private int[] sieveAll(Precision precision) {
    Candidates candidates = candidates(n);
    TileScan scan = new TileScan(space, candidates, TILE);
    TilePairs pairs = new TilePairs((n + TILE - 1) / TILE);
    AtomicLong done = new AtomicLong();
    GramTiles.Rounding rounding =
        withTiles(
            precision,
            pairs.count(),
            (gram, number) -> {
              TilePairs.Pair pair = pairs.get(number);
              scan.pairs(
                  gram,
                  pair.row() * TILE,
                  Math.min(n, (pair.row() + 1) * TILE),
                  pair.column() * TILE,
                  Math.min(n, (pair.column() + 1) * TILE));
              synchronized (watcher) {
                watcher.searched(done.incrementAndGet(), pairs.count());
              }
            });
    return ranked(IntStream.range(0, n).toArray(), candidates, rounding);
  }

  /** The same in fp32 for some rows. */
  private int[] sieve(int[] rows) {
    Candidates candidates = candidates(rows.length);
    TileScan scan = new TileScan(space, candidates, TILE);
    GramTiles.Rounding rounding =
        withTiles(
            Precision.FP32,
            (rows.length + TILE - 1) / TILE,
            (gram, number) -> {
              int from = number * TILE;
              int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + TILE));
              for (int column = 0; column < n && !stopped.get(); column += TILE) {
                scan.rows(gram, some, from, column, Math.min(n, column + TILE));
                askToStop();
              }
            });
    return ranked(rows, candidates, rounding);
  }

  /** What is done with a numbered piece of a sieve. */
  private interface Piece {
    void work(GramTiles gram, int number);
  }

  /**
   * Works on pieces on all threads, each with an engine of its own: one operation after another on
   * every core takes less than each operation on all cores, which wait for each other.
   *
   * @return what products may be off by
   */
  private GramTiles.Rounding withTiles(Precision precision, int pieces, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<GramTiles.Rounding> rounding = new AtomicReference<>();
    crew.all(
        part -> {
          try (Torch own = torch.forThisThread();
              GramTiles gram = new GramTiles(own, space.prepared(), space.dimension(), precision)) {
            rounding.set(gram.rounding());
            for (int number = next.getAndIncrement();
                number < pieces && !stopped.get();
                number = next.getAndIncrement()) {
              piece.work(gram, number);
              askToStop();
            }
          }
        });
    torch.takeThreads();
    if (stopped.get()) {
      throw new Stopped();
    }
    return rounding.get();
  }

  /** Ranks the candidates of rows and returns the rows left in doubt. */
  private int[] ranked(int[] rows, Candidates candidates, GramTiles.Rounding rounding) {
    boolean complete = candidates.capacity() == n - 1;
    return each(
        rows,
        ranking ->
            place -> {
              int row = rows[place];
              ranking.clear();
              candidates.settle(place);
              for (int i = 0; i < candidates.size(place); i++) {
                int index = candidates.index(place, i);
                ranking.offer(index, space.distance(row, index));
              }
              return complete
                  || space.certain(row, ranking.distance(k - 1), candidates.worst(place), rounding);
            });
  }

  private void compareWithAll(int[] rows) {
    each(
        rows,
        ranking ->
            place -> {
              ranking.clear();
              for (int index = 0; index < n; index++) {
                if (index != rows[place]) {
                  ranking.offer(index, space.distance(rows[place], index));
                }
              }
              return true;
            });
  }

  /** Ranks the neighbors of one row. */
  private interface Ranker {
    /** Whose predicate ranks the row at a place and says whether the ranking is certain. */
    IntPredicate with(Ranking ranking);
  }

  /** Ranks rows on all threads, keeps what is certain and returns the rows that are not. */
  private int[] each(int[] rows, Ranker ranker) {
    AtomicInteger next = new AtomicInteger();
    boolean[] doubtful = new boolean[rows.length];
    crew.all(
        part -> {
          Ranking ranking = new Ranking(k);
          IntPredicate ranked = ranker.with(ranking);
          for (int place = next.getAndIncrement();
              place < rows.length && !stopped.get();
              place = next.getAndIncrement()) {
            doubtful[place] = !ranked.test(place);
            if (!doubtful[place]) {
              ranking.copyTo(result, rows[place]);
            }
            if (place % ROWS_PER_STOP == 0) {
              askToStop();
            }
          }
        });
    if (stopped.get()) {
      throw new Stopped();
    }
    return IntStream.range(0, rows.length).filter(i -> doubtful[i]).map(i -> rows[i]).toArray();
  }
}
