package kindred.gui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import kindred.metrics.Span;
import kindred.metrics.Ticks;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of a fixed span that is marked where {@link Ticks} says. */
final class TickAxis extends NumberAxis {
  private static final long serialVersionUID = 1;
  private static final int PIXELS_PER_X = 80;
  private static final int PIXELS_PER_Y = 28;

  private final transient IntFunction<List<Ticks.Tick>> marks;

  /**
   * @param marks gives about so many marks
   */
  TickAxis(String label, Span span, Look look, IntFunction<List<Ticks.Tick>> marks) {
    super(label);
    this.marks = marks;
    setRange(span.min(), span.max());
    setTickLabelFont(ChartFonts.regular(ChartFonts.AXES));
    setLabelFont(ChartFonts.regular(ChartFonts.AXES));
    setTickLabelPaint(look.text());
    setLabelPaint(look.text());
    setAxisLineVisible(false);
    setTickMarksVisible(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    boolean flat = RectangleEdge.isTopOrBottom(edge);
    double room = flat ? dataArea.getWidth() / PIXELS_PER_X : dataArea.getHeight() / PIXELS_PER_Y;
    TextAnchor anchor = flat ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return marks.apply((int) Math.max(2, room)).stream()
        .map(tick -> new NumberTick(tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0))
        .toList();
  }
}
