package kindred.gui.chart;

import java.util.ArrayList;
import java.util.List;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.chart.Drawing.Wish;
import kindred.metrics.MetricColumn;
import kindred.metrics.MetricTable;

/** The values of all runs at one place of the x axis. Reads many values: for background threads. */
final class Probe {
  /**
   * A run's value nearest to the place.
   *
   * @param x where it is, exactly
   * @param smoothed NaN where nothing is smoothed
   */
  record Reading(String run, String name, double x, double value, double smoothed) {}

  private Probe() {}

  /** Nothing of runs that do not reach to the place. */
  static List<Reading> at(double x, List<Source> sources, Wish wish) {
    List<Reading> readings = new ArrayList<>();
    for (Source source : sources) {
      MetricTable table = source.metrics().table(wish.quantity());
      MetricColumn values = table.column(wish.quantity().key());
      if (values.isEmpty() || table.size() == 0) {
        continue;
      }
      XAxis.Position position = wish.axis().of(source.metrics(), table, wish.quantity().perStep());
      int line = nearest(position, table.size(), x);
      double reach = position.of(table.size() - 1);
      double gap = table.size() < 2 ? 1 : reach - position.of(table.size() - 2);
      if (Float.isFinite(values.at(line)) && x <= reach + Math.abs(gap)) {
        readings.add(
            new Reading(
                source.run(),
                source.name(),
                position.of(line),
                values.at(line),
                smoothed(values, line, wish)));
      }
    }
    return readings;
  }

  private static int nearest(XAxis.Position position, int lines, double x) {
    int low = 0;
    int high = lines - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (position.of(middle) <= x) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.abs(position.of(low) - x) <= Math.abs(position.of(high) - x) ? low : high;
  }

  private static double smoothed(MetricColumn values, int line, Wish wish) {
    if (wish.weight() == 0 || !wish.quantity().perStep()) {
      return Double.NaN;
    }
    Smoothing smoothing = new Smoothing(wish.weight());
    double mean = Double.NaN;
    for (int i = 0; i <= line; i++) {
      mean = smoothing.next(values.at(i));
    }
    return mean;
  }
}
