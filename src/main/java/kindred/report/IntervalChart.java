package kindred.report;

import java.util.ArrayList;
import java.util.List;
import kindred.evaluate.Estimate;
import kindred.metrics.Span;
import kindred.metrics.Ticks;
import kindred.run.StudyMeasure;
import kindred.run.StudyResults;
import kindred.run.StudyResults.Row;

/** Means of a study's variations with their intervals, a line for each, beside the baseline's. */
final class IntervalChart {
  private static final int WIDTH = 720;
  private static final int NAMES = 220;
  private static final int RIGHT = 24;
  private static final int ROW = 36;
  private static final int AXIS = 32;
  private static final int LETTERS = 30;

  private final StudyResults results;
  private final StudyMeasure measure;
  private final List<Row> rows;

  private IntervalChart(StudyResults results, StudyMeasure measure) {
    this.results = results;
    this.measure = measure;
    this.rows =
        results.variations().stream().filter(row -> row.measures().containsKey(measure)).toList();
  }

  /** Draws one measure, in percent. */
  static Html draw(StudyResults results, StudyMeasure measure) {
    IntervalChart chart = new IntervalChart(results, measure);
    return chart.rows.isEmpty() ? new Html() : chart.html();
  }

  private Html html() {
    Span span = span();
    int bottom = rows.size() * ROW;
    Html svg = new Html().element("title", "Means with 95 % intervals: " + measure.title());
    for (Ticks.Tick tick : Ticks.linear(span, 6, 1)) {
      line(svg, "grid", left(span, tick.value()), 0, left(span, tick.value()), bottom);
      svg.element(
          "text",
          tick.label(),
          "x",
          left(span, tick.value()),
          "y",
          "" + (bottom + 20), //
          "text-anchor",
          "middle");
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, span, i);
    }
    String box = "0 0 " + WIDTH + " " + (bottom + AXIS);
    Html caption = new Html().element("figcaption", "Means with 95 % intervals, in %");
    return new Html().around("figure", caption.around("svg", svg, "viewBox", box, "role", "img"));
  }

  private void row(Html svg, Span span, int place) {
    Row row = rows.get(place);
    Estimate estimate = estimate(row);
    int middle = place * ROW + ROW / 2;
    svg.element(
        "text",
        shortened(row.variation()),
        "class",
        "name",
        "x",
        "" + (NAMES - 16),
        "y",
        "" + middle,
        "text-anchor",
        "end",
        "dominant-baseline",
        "middle");
    if (estimate.low() != null) {
      String from = left(span, 100 * estimate.low());
      String to = left(span, 100 * estimate.high());
      line(svg, "whisker", from, middle, to, middle);
      line(svg, "whisker", from, middle - 5, from, middle + 5);
      line(svg, "whisker", to, middle - 5, to, middle + 5);
    }
    String mean = left(span, 100 * estimate.mean());
    svg.open("circle", "class", "dot", "cx", mean, "cy", "" + middle, "r", "5").close("circle");
    if (row.variation().equals(results.baseline())) {
      line(svg, "base", mean, 0, mean, rows.size() * ROW);
    }
  }

  private Estimate estimate(Row row) {
    return row.measures().get(measure).estimate();
  }

  private Span span() {
    List<Double> ends = new ArrayList<>();
    for (Row row : rows) {
      Estimate estimate = estimate(row);
      ends.add(100 * (estimate.low() == null ? estimate.mean() : estimate.low()));
      ends.add(100 * (estimate.high() == null ? estimate.mean() : estimate.high()));
    }
    double low = ends.stream().mapToDouble(end -> end).min().orElse(0);
    double high = ends.stream().mapToDouble(end -> end).max().orElse(0);
    return LineChart.span(low, high, 0.05);
  }

  private static String shortened(String name) {
    return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
  }

  private static String left(Span span, double value) {
    return LineChart.number(NAMES + span.shareOf(value) * (WIDTH - NAMES - RIGHT));
  }

  private static void line(Html svg, String kind, String x1, int y1, String x2, int y2) {
    svg.open("line", "class", kind, "x1", x1, "y1", "" + y1, "x2", x2, "y2", "" + y2).close("line");
  }
}
