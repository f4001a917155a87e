package kindred.neighbors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.torch.GramTiles;
import kindred.torch.Torch;

/**
 * Exact k nearest neighbors of every vector among all others, in tiles, so that memory beyond the
 * vectors and the result is bounded whatever their number.
 *
 * <p>A tile of inner products serves its rows and its columns, which halves the work. Products are
 * fp32, so a few more candidates than k are kept and their distances computed again in float64 from
 * the vectors themselves. The mean vector is subtracted first: that changes no distance and saves
 * the digits that a large common part would take. Cosine search is a Euclidean one among unit
 * vectors, since 1 − cos(u, v) = ‖u − v‖² / 2 for them. Where vectors lie so close together that
 * the candidates are in doubt, a row is compared with all others in float64.
 */
public final class NeighborSearch {
  private static final int TILE = 1024;
  private static final int SPARE_CANDIDATES = 8;

  private final float[] vectors;
  private final double[] scale;
  private final float[] prepared;
  private final float[] penalty;
  private final int n;
  private final int dimension;
  private final Metric metric;
  private final Candidates candidates;

  /** Told how many of how many tiles are done. */
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

  private NeighborSearch(float[] vectors, int dimension, int k, Metric metric) {
    this.vectors = vectors;
    this.dimension = dimension;
    this.n = vectors.length / dimension;
    this.metric = metric;
    this.scale = scale();
    this.prepared = centered();
    this.penalty = penalties();
    this.candidates = new Candidates(n, Math.min(k + SPARE_CANDIDATES, n - 1));
  }

  /**
   * Searches.
   *
   * @param vectors n×dimension, finite
   * @param k at least 1 and less than n
   * @param stop asked after every tile and now and then while ranking, by other threads as well
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
    int n = vectors.length / dimension;
    if (k < 1 || k >= n) {
      throw new BadInput(
          "k is " + k + ", but each of " + n + " images has only " + (n - 1) + " others");
    }
    NeighborSearch search = new NeighborSearch(vectors, dimension, k, metric);
    ExecutorService pool = Executors.newFixedThreadPool(torch.threads(), NeighborSearch::daemon);
    try {
      return search.scan(torch, pool, watcher, stop)
          ? search.result(k, pool, torch.threads(), stop)
          : null;
    } finally {
      pool.shutdownNow();
    }
  }

  /** What a vector is multiplied with to have unit length under cosine; 0 for a zero vector. */
  private double[] scale() {
    double[] factors = new double[n];
    for (int row = 0; row < n; row++) {
      double length = metric == Metric.COSINE ? Math.sqrt(dot(row, row)) : 1;
      factors[row] = length > 0 ? 1 / length : 0;
    }
    return factors;
  }

  private float[] centered() {
    double[] mean = new double[dimension];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % dimension] += vectors[i] * scale[i / dimension] / n;
    }
    float[] centered = new float[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      centered[i] = (float) (vectors[i] * scale[i / dimension] - mean[i % dimension]);
    }
    return centered;
  }

  /**
   * What the product x·y lacks to rank y by its distance from x: ‖y‖² / 2. A zero vector is at
   * cosine distance 1, but at ‖u − 0‖² / 2 = 1/2 from unit vectors.
   */
  private float[] penalties() {
    float[] half = new float[n];
    for (int row = 0; row < n; row++) {
      double sum = scale[row] == 0 ? 1 : 0;
      for (int j = row * dimension; j < (row + 1) * dimension; j++) {
        sum += (double) prepared[j] * prepared[j];
      }
      half[row] = (float) (sum / 2);
    }
    return half;
  }

  private double dot(int a, int b) {
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      sum += (double) vectors[a * dimension + j] * vectors[b * dimension + j];
    }
    return sum;
  }

  private boolean scan(Torch torch, ExecutorService pool, Watcher watcher, BooleanSupplier stop) {
    int tiles = (n + TILE - 1) / TILE;
    long total = (long) tiles * (tiles + 1) / 2;
    long done = 0;
    float[] products = new float[TILE * TILE];
    try (GramTiles gram = new GramTiles(torch, prepared, dimension)) {
      for (int i = 0; i < tiles; i++) {
        for (int j = i; j < tiles; j++) {
          int rowTo = Math.min(n, (i + 1) * TILE);
          int columnTo = Math.min(n, (j + 1) * TILE);
          gram.tile(i * TILE, rowTo, j * TILE, columnTo, products);
          offerTile(pool, torch.threads(), products, i * TILE, rowTo, j * TILE, columnTo);
          watcher.searched(++done, total);
          if (stop.getAsBoolean()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "neighbors");
    thread.setDaemon(true);
    return thread;
  }

  private void offerTile(
      ExecutorService pool,
      int threads,
      float[] products,
      int rowFrom,
      int rowTo,
      int columnFrom,
      int columnTo) {
    List<Callable<Void>> work = new ArrayList<>();
    int columns = columnTo - columnFrom;
    for (int t = 0; t < threads; t++) {
      int from = rowFrom + (rowTo - rowFrom) * t / threads;
      int to = rowFrom + (rowTo - rowFrom) * (t + 1) / threads;
      int left = columnFrom + columns * t / threads;
      int right = columnFrom + columns * (t + 1) / threads;
      work.add(
          () -> {
            for (int row = from; row < to; row++) {
              offerRow(products, (row - rowFrom) * columns, row, columnFrom, columnTo);
            }
            if (rowFrom != columnFrom) {
              for (int row = rowFrom; row < rowTo; row++) {
                offerColumns(products, (row - rowFrom) * columns - columnFrom, row, left, right);
              }
            }
            return null;
          });
    }
    all(pool, work);
  }

  private static void all(ExecutorService pool, List<Callable<Void>> work) {
    try {
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while searching", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("neighbors could not be searched", e.getCause());
    }
  }

  /** The tile's columns as candidates of one of its rows. */
  private void offerRow(float[] products, int at, int row, int columnFrom, int columnTo) {
    float worst = candidates.worst(row);
    for (int column = columnFrom; column < columnTo; column++) {
      float score = products[at++] - penalty[column];
      if (score >= worst && column != row) {
        candidates.offer(row, score, column);
        worst = candidates.worst(row);
      }
    }
  }

  /** One of the tile's rows as candidate of some of its columns. */
  private void offerColumns(float[] products, int base, int row, int left, int right) {
    float penaltyOfRow = penalty[row];
    for (int column = left; column < right; column++) {
      float score = products[base + column] - penaltyOfRow;
      if (score >= candidates.worst(column)) {
        candidates.offer(column, score, row);
      }
    }
  }

  /** Ranks every row's candidates; null after a stop. */
  private Result result(int k, ExecutorService pool, int threads, BooleanSupplier stop) {
    Result result = new Result(n, k, new int[Math.multiplyExact(n, k)], new float[n * k]);
    AtomicInteger nextRow = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    all(
        pool,
        Collections.nCopies(
            threads,
            () -> {
              Ranking ranking = new Ranking(k);
              for (int row = nextRow.getAndIncrement();
                  row < n && !stopped.get();
                  row = nextRow.getAndIncrement()) {
                rank(row, ranking, k);
                ranking.copyTo(result, row);
                if (row % TILE == 0 && stop.getAsBoolean()) {
                  stopped.set(true);
                }
              }
              return null;
            }));
    return stopped.get() ? null : result;
  }

  private void rank(int row, Ranking ranking, int k) {
    ranking.clear();
    for (int i = 0; i < candidates.capacity(); i++) {
      int index = candidates.index(row, i);
      ranking.offer(index, distance(row, index));
    }
    if (candidates.capacity() < n - 1 && !certain(row, ranking.distance(k - 1))) {
      ranking.clear();
      for (int index = 0; index < n; index++) {
        if (index != row) {
          ranking.offer(index, distance(row, index));
        }
      }
    }
  }

  /**
   * Whether rounding cannot have kept a nearer vector from the candidates: even the best score that
   * any other may truly have is below that of the k-th. By the triangle inequality only vectors
   * whose length is at most the row's and the k-th distance together can be nearer. A product of d
   * terms in fp32 is off by at most d·2⁻²⁴ times both lengths; the few more cover the rounding of
   * the vectors and of the score.
   */
  private boolean certain(int row, double kth) {
    if (scale[row] == 0) {
      return false;
    }
    double halfSquare = metric == Metric.COSINE ? kth : kth * kth / 2;
    double length = Math.sqrt(2.0 * penalty[row]);
    double reach = length + Math.sqrt(2 * halfSquare);
    double rounding = 0x1p-24 * ((dimension + 4) * length * reach + 4 * reach * reach);
    return penalty[row] - halfSquare > candidates.worst(row) + rounding;
  }

  private double distance(int a, int b) {
    if (metric == Metric.COSINE) {
      double lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
      return lengths > 0 ? 1 - dot(a, b) / lengths : 1;
    }
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      double difference = (double) vectors[a * dimension + j] - vectors[b * dimension + j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
