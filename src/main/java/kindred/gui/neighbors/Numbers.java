package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import kindred.gui.core.Words;
import kindred.gui.results.Curve;
import kindred.metrics.NumberWords;
import kindred.neighbors.pairs.DistanceHistogram;
import kindred.neighbors.pairs.Heeded;
import kindred.neighbors.pairs.Hubness;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PairNumbers;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.pairs.Precision;
import kindred.neighbors.pairs.PurityCurve;

/**
 * What there is to say in numbers of a run's pairs and of those that a filter leaves. Shares are
 * not a number where nothing is known.
 *
 * @param kept of the pairs that are left, as a training would take them
 * @param all of all pairs
 * @param byClass purity of each class among those left
 * @param distances histogram of the distances of all pairs that are near and mutual enough
 * @param farthestShare where in it the farthest pair that is left stands, from 0 to 1; not a number
 *     if distances take no pair away
 * @param estimated what verdicts on drawn pairs say of the share of the same kind among those that
 *     the filter keeps; not a number while they say nothing, or where labels tell it
 */
record Numbers(
    PairNumbers kept,
    PairNumbers all,
    double[] byClass,
    DistanceHistogram distances,
    double farthestShare,
    double estimated) {
  private static final int BINS = 40;
  private static final int TICKS = 4;

  /** Counts; of half a million pairs in some ten milliseconds. */
  static Numbers of(Browsed browsed, Heeded heeded, PairFilter filter, double estimated) {
    PairTable table = browsed.table();
    BitSet rows = heeded.filtered(filter);
    BitSet near = heeded.filtered(filter.withClosest(1.0).withDistances(null, null));
    DistanceHistogram distances = DistanceHistogram.of(table, heeded.taken(near), BINS);
    boolean cut = filter.closest() < 1 || filter.maxDistance() != null;
    return new Numbers(
        PairNumbers.of(heeded, rows),
        PairNumbers.of(table, table.all()),
        browsed.labeled()
            ? PairNumbers.purityByClass(heeded, rows, browsed.classes())
            : new double[0],
        distances,
        cut ? (farthest(table, rows) - distances.low()) / span(distances) : Double.NaN,
        estimated);
  }

  private static double span(DistanceHistogram distances) {
    return distances.high() - distances.low();
  }

  private static double farthest(PairTable table, BitSet rows) {
    return rows.stream().mapToDouble(table::distance).max().orElse(Double.NaN);
  }

  /** The distances as bars; with labels by whether they agree, else all together. */
  Bins distanceBins(boolean labeled) {
    if (distances.high() <= distances.low()) {
      return Bins.NONE;
    }
    int bins = distances.bins();
    List<String> words = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      words.add(at(bin, bins) + " to " + at(bin + 1, bins));
    }
    List<String> ticks = IntStream.rangeClosed(0, TICKS).mapToObj(i -> at(i, TICKS)).toList();
    if (labeled) {
      return new Bins(List.of(longs(distances.same()), longs(distances.different())), words, ticks);
    }
    long[] sum = new long[bins];
    for (int bin = 0; bin < bins; bin++) {
      sum[bin] =
          distances.same()[bin] + distances.different()[bin] + (long) distances.unknown()[bin];
    }
    return new Bins(List.of(sum), words, ticks);
  }

  private String at(int place, int of) {
    double step = span(distances) / of;
    return NumberWords.among(distances.low() + step * place, step);
  }

  private static long[] longs(int[] counts) {
    return IntStream.of(counts).asLongStream().toArray();
  }

  /** How often images are neighbors, in bins of 0, 1, 2, 3 to 4, 5 to 8 and so on. */
  static Bins hubBins(Hubness hubness) {
    int[] counts = hubness.histogram();
    List<Long> sums = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> ticks = new ArrayList<>();
    for (int from = 0, to = 0; from < counts.length; from = to + 1, to = Math.max(1, 2 * to)) {
      int last = Math.min(to, counts.length - 1);
      sums.add(IntStream.rangeClosed(from, last).mapToLong(i -> counts[i]).sum());
      ticks.add(from == to ? Words.count(from) : Words.count(from) + "–" + Words.count(to));
      words.add("neighbor of " + ticks.get(ticks.size() - 1));
    }
    return new Bins(List.of(sums.stream().mapToLong(Long::longValue).toArray()), words, ticks);
  }

  /** A curve's points; x is coverage, or the setting itself. */
  static Curve curve(List<PurityCurve.Point> points, boolean overCoverage) {
    double[] x = new double[points.size()];
    double[] y = new double[points.size()];
    int known = 0;
    for (var point : points) {
      if (!Double.isNaN(point.numbers().purity())) {
        x[known] = overCoverage ? point.numbers().coverage() : point.setting();
        y[known++] = point.numbers().purity();
      }
    }
    return known == 0
        ? Curve.NONE
        : new Curve(java.util.Arrays.copyOf(x, known), java.util.Arrays.copyOf(y, known));
  }

  /**
   * The same where no labels tell purity: at each point the precision that verdicts on drawn pairs
   * let expect, with its interval; points of which they say nothing are left out.
   */
  static Curve estimates(
      List<PurityCurve.Point> points,
      boolean overCoverage,
      Function<PurityCurve.Point, Precision> estimate) {
    List<double[]> known = new ArrayList<>();
    for (PurityCurve.Point point : points) {
      Precision precision = estimate.apply(point);
      if (precision.decided() > 0) {
        double x = overCoverage ? point.numbers().coverage() : point.setting();
        known.add(new double[] {x, precision.share(), precision.low(), precision.high()});
      }
    }
    return new Curve(column(known, 0), column(known, 1), column(known, 2), column(known, 3));
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }
}
