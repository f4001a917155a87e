package kindred.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import kindred.metrics.MetricColumn;
import kindred.metrics.MetricTable;
import kindred.metrics.Quantity;
import kindred.metrics.Quantity.Group;
import kindred.metrics.RunMetrics;
import kindred.run.RunFolder;

/** Everything that a training wrote down as it went, as charts. */
final class ChartsSection {
  private static final int AT_ONCE = 1 << 24;
  private static final Set<Group> FOR_FEW = EnumSet.of(Group.RATES, Group.MEMORY, Group.OTHER);

  private final RunMetrics metrics;

  private ChartsSection(RunMetrics metrics) {
    this.metrics = metrics;
  }

  /** Reads all metrics there are. */
  static ChartsSection of(RunFolder run) {
    RunMetrics metrics = new RunMetrics(run.metrics());
    try {
      do {
        metrics.readOn(AT_ONCE);
      } while (metrics.behind());
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(run.metrics() + " cannot be read: " + e.getMessage(), e));
    }
    return new ChartsSection(metrics);
  }

  /** What is looked at first, and folded away the rest; nothing if nothing was written. */
  Html html() {
    Html first = new Html();
    Html rest = new Html();
    for (Quantity quantity : metrics.quantities()) {
      (FOR_FEW.contains(quantity.group()) ? rest : first).add(chart(quantity));
    }
    Html section = new Html();
    if (!first.isEmpty()) {
      section.around("div", first, "class", "charts");
    }
    if (!rest.isEmpty()) {
      section.folded("Rates, speed and memory", new Html().around("div", rest, "class", "charts"));
    }
    return section;
  }

  private Html chart(Quantity quantity) {
    MetricTable table = metrics.table(quantity);
    MetricColumn values = table.column(quantity.key());
    MetricColumn epochs = table.column("epoch");
    boolean steps = quantity.perStep() || epochs.isEmpty();
    double[] x = new double[table.size()];
    double[] y = new double[table.size()];
    Arrays.setAll(x, line -> steps ? table.step(line) : epochs.at(line));
    Arrays.setAll(y, line -> values.at(line));
    return LineChart.draw(quantity.title(), steps ? "step" : "epoch", x, y);
  }

  /** The last value of a field of an epoch; NaN if there is none. */
  double last(String field) {
    MetricTable table = metrics.table(new Quantity(Quantity.EPOCH, field));
    MetricColumn values = table.column(field);
    for (int line = values.isEmpty() ? -1 : table.size() - 1; line >= 0; line--) {
      if (!Float.isNaN(values.at(line))) {
        return values.at(line);
      }
    }
    return Double.NaN;
  }
}
