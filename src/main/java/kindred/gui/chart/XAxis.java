package kindred.gui.chart;

import java.util.List;
import kindred.metrics.MetricColumn;
import kindred.metrics.MetricTable;
import kindred.metrics.RunMetrics;
import kindred.metrics.Span;
import kindred.metrics.Ticks;

/** What charts run along. */
enum XAxis {
  STEP("Step"),
  EPOCH("Epoch"),
  TIME("Time");

  private static final double[] SECONDS = {1, 60, 3600, 86_400};
  private static final String[] UNITS = {"s", "min", "h", "days"};

  private final String title;

  XAxis(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Gives the x of a table's lines. */
  @FunctionalInterface
  interface Position {
    /** NaN if it is not known. */
    double of(int line);
  }

  /** Where the lines of a table are; time in seconds. */
  Position of(RunMetrics metrics, MetricTable table, boolean perStep) {
    return switch (this) {
      case STEP -> table::step;
      case TIME -> in(table.column("time"));
      case EPOCH -> {
        double each = metrics.stepsPerEpoch();
        yield perStep ? line -> table.step(line) / each : in(table.column("epoch"));
      }
    };
  }

  private static Position in(MetricColumn column) {
    return column.isEmpty() ? line -> Double.NaN : line -> column.at(line);
  }

  /**
   * Where it is marked. Steps and epochs are whole; only between two epochs there are parts of one,
   * if a chart has a value for every step.
   */
  List<Ticks.Tick> ticks(Span span, int most, boolean perStep) {
    if (this == TIME) {
      return Ticks.linear(span, most, unit(span));
    }
    List<Ticks.Tick> whole = Ticks.whole(span, most);
    return this == EPOCH && perStep && whole.size() < 2 ? Ticks.linear(span, most, 1) : whole;
  }

  /** How many of the axis' own units one of the unit is that suits what is seen. */
  private double unit(Span span) {
    return this == TIME ? SECONDS[unitIndex(span)] : 1;
  }

  /** The title with its unit. */
  String title(Span span) {
    return this == TIME ? title + " (" + UNITS[unitIndex(span)] + ")" : title;
  }

  private static int unitIndex(Span span) {
    int index = 0;
    while (index + 1 < SECONDS.length && span.width() >= 2 * SECONDS[index + 1]) {
      index++;
    }
    return index;
  }
}
