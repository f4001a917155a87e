package kindred.neighbors.pairs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Purity against coverage as one setting of a filter goes through its values, from the strictest to
 * the loosest. Each is computed in one pass: of half a million rows in some ten milliseconds.
 *
 * @param points one for each value
 */
public record PurityCurve(List<Point> points) {
  /**
   * One value's.
   *
   * @param setting the share of pairs, k, or m
   * @param distance of the farthest pair kept; NaN where distances play no part
   */
  public record Point(double setting, double distance, PairNumbers numbers) {}

  public PurityCurve {
    points = List.copyOf(points);
  }

  /**
   * Over the closest share of pairs, and so over the largest distance.
   *
   * @param filter whose other settings hold; its closest share and distances are passed over
   * @param steps points, evenly spread over the pairs
   * @return no points if distances are unknown
   */
  public static PurityCurve overShare(PairTable table, PairFilter filter, int steps) {
    BitSet rows = Selection.of(table, filter.withClosest(1.0).withDistances(null, null));
    int all = rows.cardinality();
    List<Point> points = new ArrayList<>();
    Tally tally = new Tally(table);
    int count = 0;
    int step = 1;
    for (int row : table.byDistance()) {
      if (!rows.get(row)) {
        continue;
      }
      if (Float.isNaN(table.distance(row))) {
        break;
      }
      tally.add(row);
      count++;
      if (count >= (double) step * all / steps) {
        points.add(new Point((double) count / all, table.distance(row), tally.numbers()));
        step = (int) ((long) count * steps / all) + 1;
      }
    }
    return new PurityCurve(points);
  }

  /** Over m of pairs that are mutual among the nearest m; of them the first k of each image. */
  public static PurityCurve overMutual(PairTable table, int k) {
    List<Point> points = new ArrayList<>();
    for (int m = 1; m <= table.k(); m++) {
      points.add(new Point(m, Double.NaN, first(table, k, m)));
    }
    return new PurityCurve(points);
  }

  /**
   * Over k, the nearest of each image.
   *
   * @param mutual only pairs that are mutual among the nearest so many; 0 for any pair
   */
  public static PurityCurve overK(PairTable table, int mutual) {
    List<Point> points = new ArrayList<>();
    for (int k = 1; k <= table.k(); k++) {
      points.add(new Point(k, Double.NaN, first(table, k, mutual)));
    }
    return new PurityCurve(points);
  }

  private static PairNumbers first(PairTable table, int k, int mutual) {
    Tally tally = new Tally(table);
    for (int image = 0; image < table.images(); image++) {
      int left = k;
      int end = table.start(image + 1);
      for (int row = table.start(image); row < end && left > 0; row++) {
        if (mutual == 0 || Selection.isMutual(table, row, mutual)) {
          tally.add(row);
          left--;
        }
      }
    }
    return tally.numbers();
  }
}
