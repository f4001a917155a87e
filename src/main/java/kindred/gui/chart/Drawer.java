package kindred.gui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kindred.gui.chart.Drawing.Line;
import kindred.gui.chart.Drawing.Reference;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.chart.Drawing.Wish;
import kindred.gui.core.Words;
import kindred.metrics.MetricColumn;
import kindred.metrics.MetricTable;
import kindred.metrics.PixelColumns;
import kindred.metrics.Span;

/** Makes a {@link Drawing} of what runs wrote down. Reads every value: for background threads. */
final class Drawer {
  private static final double X_MARGIN = 0.01;
  private static final double Y_MARGIN = 0.05;

  private final Wish wish;
  private final List<Line> faint = new ArrayList<>();
  private final List<Line> strong = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private long hidden;

  private Drawer(Wish wish) {
    this.wish = wish;
  }

  /** What the wish shows of these runs. */
  static Drawing draw(List<Source> sources, Wish wish) {
    return new Drawer(wish).draw(sources);
  }

  private Drawing draw(List<Source> sources) {
    Optional<Span> all = extent(sources);
    if (all.isEmpty()) {
      return Drawing.empty(wish, whyNothing(sources));
    }
    Span x = wish.x().orElse(all.get());
    sources.forEach(source -> add(source, x));
    if (lowest > highest) {
      return Drawing.empty(wish, whyNothingHere());
    }
    references(sources);
    Span y = wish.y().orElseGet(this::wholeHeight);
    List<Line> lines = new ArrayList<>(faint);
    lines.addAll(strong);
    return new Drawing(
        wish.quantity(), wish.axis(), wish.log(), x, y, lines, references, word(all.get(), x, y));
  }

  private Optional<Span> extent(List<Source> sources) {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (Source source : sources) {
      MetricTable table = source.metrics().table(wish.quantity());
      MetricColumn values = table.column(wish.quantity().key());
      XAxis.Position position = position(source, table);
      int last = values.isEmpty() ? -1 : table.size() - 1;
      int first = 0;
      while (first <= last && unseen(values, position, first)) {
        first++;
      }
      while (last >= first && unseen(values, position, last)) {
        last--;
      }
      if (first <= last) {
        from = Math.min(from, position.of(first));
        to = Math.max(to, position.of(last));
      }
    }
    return from > to ? Optional.empty() : Optional.of(padded(from, to, X_MARGIN, 0.5));
  }

  private static boolean unseen(MetricColumn values, XAxis.Position position, int line) {
    return !Float.isFinite(values.at(line)) || !Double.isFinite(position.of(line));
  }

  private XAxis.Position position(Source source, MetricTable table) {
    return wish.axis().of(source.metrics(), table, wish.quantity().perStep());
  }

  private static Span padded(double from, double to, double margin, double alone) {
    double by = from == to ? alone : margin * (to - from);
    return new Span(from - by, to + by);
  }

  private void add(Source source, Span x) {
    MetricTable table = source.metrics().table(wish.quantity());
    MetricColumn values = table.column(wish.quantity().key());
    XAxis.Position position = position(source, table);
    boolean smooth = wish.weight() > 0 && wish.quantity().perStep();
    Smoothing smoothing = new Smoothing(wish.weight());
    PixelColumns raw = new PixelColumns(x, wish.columns());
    PixelColumns smoothed = new PixelColumns(x, wish.columns());
    int lines = values.isEmpty() ? 0 : table.size();
    for (int line = 0; line < lines && !raw.over(); line++) {
      double at = position.of(line);
      double value = values.at(line);
      if (wish.log() && value <= 0 && x.contains(at)) {
        hidden++;
      }
      raw.add(at, scaled(value));
      if (smooth) {
        smoothed.add(at, scaled(smoothing.next(value)));
      }
    }
    lowest = Math.min(lowest, raw.lowest());
    highest = Math.max(highest, raw.highest());
    if (smooth) {
      faint.add(line(source, true, raw));
    }
    strong.add(line(source, false, smooth ? smoothed : raw));
  }

  private static Line line(Source source, boolean faint, PixelColumns points) {
    return new Line(source.run(), source.baseline(), faint, points.x(), points.y());
  }

  private double scaled(double value) {
    if (!wish.log()) {
      return value;
    }
    return value > 0 ? Math.log10(value) : Double.NaN;
  }

  /** The spread of vectors that point evenly in all directions. */
  private void references(List<Source> sources) {
    if (wish.quantity().key().equals("std_ratio")) {
      refer(1, "evenly spread");
    } else if (wish.quantity().key().equals("std")) {
      for (Source source : sources) {
        MetricTable table = source.metrics().table(wish.quantity());
        MetricColumn ratio = table.column("std_ratio");
        if (table.size() > 0 && !ratio.isEmpty()) {
          refer(table.column("std").at(0) / ratio.at(0), "1/√d");
          return;
        }
      }
    }
  }

  private void refer(double value, String label) {
    double y = scaled(value);
    if (Double.isFinite(y)) {
      references.add(new Reference(y, label));
      lowest = Math.min(lowest, y);
      highest = Math.max(highest, y);
    }
  }

  private Span wholeHeight() {
    double alone = wish.log() ? 0.5 : Math.max(1e-6, Math.abs(highest) * 0.1);
    Span padded = padded(lowest, highest, Y_MARGIN, alone);
    boolean intoNegative = !wish.log() && lowest >= 0 && padded.min() < 0;
    return intoNegative ? new Span(lowest == highest ? 0 : padded.min() / 4, padded.max()) : padded;
  }

  private String whyNothing(List<Source> sources) {
    boolean counted =
        sources.stream().anyMatch(source -> source.metrics().table(wish.quantity()).size() > 0);
    return counted && wish.axis() == XAxis.EPOCH
        ? "Epochs are known once the first one has ended."
        : "Nothing yet.";
  }

  private String whyNothingHere() {
    return hidden > 0
        ? "No value here is above 0, so a logarithmic axis shows none."
        : "No values in this stretch.";
  }

  private String word(Span all, Span x, Span y) {
    if (hidden > 0) {
      return Words.count(hidden, "value", "values")
          + " at or below 0 cannot be shown on a logarithmic axis";
    }
    boolean beyond = all.max() > x.max() || lowest < y.min() || highest > y.max();
    return wish.held() && beyond ? "scale held while the mouse is here" : "";
  }
}
