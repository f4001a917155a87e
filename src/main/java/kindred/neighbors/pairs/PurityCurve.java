package kindred.neighbors.pairs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Purity against coverage of the pairs that a training would take, as one setting of a filter goes
 * through its values, from the strictest to the loosest. Each is computed in one pass: of half a
 * million rows in some ten milliseconds.
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
  public static PurityCurve overShare(Heeded heeded, PairFilter filter, int steps) {
    PairTable table = heeded.table();
    BitSet rows = heeded.filtered(filter.withClosest(1.0).withDistances(null, null));
    int all = rows.cardinality();
    List<Point> points = new ArrayList<>();
    Tally tally = heeded.tally();
    int count = 0;
    int step = 1;
    NearestFirst order = table.nearestFirst();
    for (int place = 0; place < order.measured(); place++) {
      int row = order.rows()[place];
      if (rows.get(row)) {
        if (!heeded.isCertain(row)) {
          order.addTo(tally, place);
        }
        count++;
        if (count >= (double) step * all / steps) {
          points.add(new Point((double) count / all, table.distance(row), tally.numbers()));
          step = (int) ((long) count * steps / all) + 1;
        }
      }
    }
    return new PurityCurve(points);
  }

  /** Over m of pairs that are mutual among the nearest m; of them the first k of each image. */
  public static PurityCurve overMutual(Heeded heeded, int k) {
    List<Point> points = new ArrayList<>();
    for (int m = 1; m <= heeded.table().k(); m++) {
      points.add(new Point(m, Double.NaN, first(heeded, k, m)));
    }
    return new PurityCurve(points);
  }

  /**
   * Over k, the nearest of each image.
   *
   * @param mutual only pairs that are mutual among the nearest so many; 0 for any pair
   */
  public static PurityCurve overK(Heeded heeded, int mutual) {
    List<Point> points = new ArrayList<>();
    for (int k = 1; k <= heeded.table().k(); k++) {
      points.add(new Point(k, Double.NaN, first(heeded, k, mutual)));
    }
    return new PurityCurve(points);
  }

  private static PairNumbers first(Heeded heeded, int k, int mutual) {
    PairTable table = heeded.table();
    Tally tally = heeded.tally();
    for (int image = 0; image < table.images(); image++) {
      int left = k;
      int end = table.start(image + 1);
      for (int row = table.start(image); row < end && left > 0; row++) {
        if (!heeded.isVetoed(row) && (mutual == 0 || Selection.isMutual(table, row, mutual))) {
          left--;
          if (!heeded.isCertain(row)) {
            tally.add(table.image(row), table.agreement(row), table.isMutual(row));
          }
        }
      }
    }
    return tally.numbers();
  }
}
