package kindred.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kindred.metrics.NumberWords;
import kindred.neighbors.pairs.Heeded;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PairNumbers;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.pairs.PurityCurve;
import kindred.run.FoundPairs;

/** The pairs that a search found: numbers, purity over distance, and some to look at. */
final class NeighborsSection {
  private static final int SHOWN = 24;
  private static final int POINTS = 50;

  private final FoundPairs found;
  private final PairTable table;

  NeighborsSection(FoundPairs found) {
    this.found = found;
    this.table = found.table();
  }

  /** By rank: how many pairs, how many of them mutual, and of the same class. */
  Html numbers() {
    List<String> header =
        new ArrayList<>(
            List.of("Neighbors of each", "Pairs", "Mutual among the nearest " + table.k()));
    boolean labeled = found.images().labeled();
    if (labeled) {
      header.add("Same class");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int k : IntStream.of(1, 2, 3, 5, 10, 20, 50, table.k()).sorted().distinct().toArray()) {
      if (k <= table.k()) {
        PairNumbers numbers = PairNumbers.of(table, nearest(k));
        List<String> row = new ArrayList<>(List.of("nearest " + k));
        row.add(NumberWords.count(numbers.pairs()));
        row.add(percent(numbers.mutualShare()));
        if (labeled) {
          row.add(percent(numbers.purity()));
        }
        rows.add(row);
      }
    }
    return Html.table(header, rows);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : NumberWords.percent(share);
  }

  private BitSet nearest(int k) {
    BitSet rows = new BitSet(table.size());
    IntStream.range(0, table.size()).filter(row -> table.rank(row) < k).forEach(rows::set);
    return rows;
  }

  /** Of the closest pairs, how many are of the same class; nothing without labels or distances. */
  Html purity() {
    List<PurityCurve.Point> points =
        found.images().labeled()
            ? PurityCurve.overShare(Heeded.none(table), PairFilter.ALL, POINTS).points()
            : List.of();
    double[] x = points.stream().mapToDouble(point -> 100 * point.setting()).toArray();
    double[] y = points.stream().mapToDouble(point -> 100 * point.numbers().purity()).toArray();
    Html chart =
        LineChart.draw("Pairs of the same class, in %", "closest share of all pairs, in %", x, y);
    return chart.isEmpty() ? chart : new Html().around("div", chart, "class", "charts");
  }

  /** Nearest neighbors from the closest pair to the farthest, at even steps. */
  Html pairs() {
    List<Integer> rows =
        IntStream.range(0, table.size())
            .filter(row -> table.rank(row) == 0)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> table.distance(row)))
            .toList();
    int shown = Math.min(SHOWN, rows.size());
    Pictures pictures = new Pictures(found.images());
    Html all = new Html();
    for (int i = 0; i < shown; i++) {
      int place = shown == 1 ? 0 : (int) ((long) i * (rows.size() - 1) / (shown - 1));
      int row = rows.get(place);
      all.add(pictures.pair(table.image(row), table.neighbor(row), caption(row, pictures)));
    }
    String how =
        "Images with their nearest neighbor, from the closest pair to the farthest, in even steps.";
    return new Html().element("p", how, "class", "quiet").around("div", all, "class", "pairs");
  }

  private String caption(int row, Pictures pictures) {
    float distance = table.distance(row);
    String far = Float.isNaN(distance) ? "" : NumberWords.number(distance);
    String kinds = pictures.kinds(table.image(row), table.neighbor(row));
    return far.isEmpty() || kinds.isEmpty() ? far + kinds : far + " · " + kinds;
  }
}
