package kindred.gui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import kindred.gui.core.RunColors;
import kindred.metrics.Quantity;
import kindred.metrics.Span;
import kindred.metrics.Ticks;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Makes a JFreeChart of a {@link Drawing}: for the window, and for files. */
final class ChartPaper {
  private static final int MOST_DOTS = 60;
  private static final double Y_AXIS_WIDTH = 56;
  private static final double X_AXIS_HEIGHT = 36;
  private static final float BOLD = 2.5f;
  private static final float NORMAL = 1.75f;
  private static final float FINE = 1;

  private ChartPaper() {}

  /** A new chart, which nobody else has. */
  static JFreeChart chart(Drawing drawing, Look look) {
    XYPlot plot = drawing.isEmpty() ? new XYPlot() : plot(drawing, look);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(8, 0, 0, 32));
    JFreeChart chart = new JFreeChart(null, ChartFonts.regular(13), plot, false);
    chart.setBackgroundPaint(look.background());
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    return chart;
  }

  /**
   * A chart that explains itself, for a file.
   *
   * @param names of the runs by their ids
   */
  static JFreeChart onPaper(Drawing drawing, Map<String, String> names) {
    JFreeChart chart = chart(drawing, Look.onPaper());
    chart.setTitle(new TextTitle(drawing.quantity().title(), ChartFonts.regular(15)));
    chart.setPadding(new RectangleInsets(8, 8, 8, 8));
    LegendItemCollection items = new LegendItemCollection();
    for (Drawing.Line line : drawing.lines()) {
      if (!line.faint()) {
        String name = names.getOrDefault(line.run(), line.run());
        LegendItem item = new LegendItem(name, Look.onPaper().of(line));
        item.setShapeVisible(false);
        item.setLineVisible(true);
        item.setLine(new Line2D.Double(0, 0, 24, 0));
        item.setLineStroke(stroke(line));
        item.setLinePaint(Look.onPaper().of(line));
        items.add(item);
      }
    }
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setItemFont(ChartFonts.regular(ChartFonts.AXES));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setBackgroundPaint(null);
    chart.addLegend(legend);
    return chart;
  }

  private static XYPlot plot(Drawing drawing, Look look) {
    TickAxis x =
        new TickAxis(
            drawing.axis().title(drawing.x()),
            drawing.x(),
            look,
            most -> drawing.axis().ticks(drawing.x(), most, drawing.quantity().perStep()));
    TickAxis y =
        new TickAxis(
            null,
            drawing.y(),
            look,
            most ->
                drawing.log()
                    ? Ticks.logarithmic(drawing.y(), most)
                    : Ticks.linear(drawing.y(), most, 1));
    x.setFixedDimension(X_AXIS_HEIGHT);
    y.setFixedDimension(Y_AXIS_WIDTH);
    XYPlot plot = new XYPlot(new LineData(drawing.lines()), x, y, renderer(drawing, look));
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDomainGridlinePaint(look.grid());
    plot.setRangeGridlinePaint(look.grid());
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    drawing.references().forEach(reference -> plot.addRangeMarker(marker(reference, look)));
    return plot;
  }

  private static ValueMarker marker(Drawing.Reference reference, Look look) {
    ValueMarker marker = new ValueMarker(reference.y(), look.text(), dashes(FINE, 3, 3));
    marker.setLabel(reference.label());
    marker.setLabelFont(ChartFonts.regular(ChartFonts.AXES));
    marker.setLabelPaint(look.text());
    marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
    marker.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
    marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    return marker;
  }

  private static XYLineAndShapeRenderer renderer(Drawing drawing, Look look) {
    boolean dots = drawing.lines().stream().allMatch(line -> line.x().length <= MOST_DOTS);
    XYLineAndShapeRenderer renderer = new PlainLines(dots);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultCreateEntities(false);
    List<Drawing.Line> lines = drawing.lines();
    for (int i = 0; i < lines.size(); i++) {
      Drawing.Line line = lines.get(i);
      renderer.setSeriesPaint(i, look.of(line));
      renderer.setSeriesStroke(i, stroke(line));
      renderer.setSeriesShapesVisible(i, dots && !line.faint());
      renderer.setSeriesShape(i, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
    }
    return renderer;
  }

  private static Stroke stroke(Drawing.Line line) {
    if (line.faint()) {
      return new BasicStroke(FINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    }
    if (line.baseline()) {
      return dashes(BOLD, 8, 4);
    }
    return switch (RunColors.pattern(line.run())) {
      case SOLID -> new BasicStroke(NORMAL, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
      case DOTTED -> dashes(NORMAL, 2, 3);
      case DASH_DOTTED -> dashes(NORMAL, 6, 3, 2, 3);
    };
  }

  private static Stroke dashes(float width, float... pattern) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }

  /**
   * Paints a first chart where nobody sees it. Loading the fonts and JFreeChart's classes takes
   * longer than a window may stand still; for background threads.
   */
  static void warmUp() {
    Drawing.Line line =
        new Drawing.Line("ae-1", false, false, new double[] {0, 1}, new double[] {0, 1});
    Drawing drawing =
        new Drawing(
            new Quantity(Quantity.STEP, "loss"),
            XAxis.STEP,
            false,
            new Span(0, 1),
            new Span(0, 1),
            List.of(line),
            List.of(),
            "");
    Graphics2D graphics = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB).createGraphics();
    chart(drawing, Look.onScreen(false)).draw(graphics, new Rectangle2D.Double(0, 0, 200, 200));
    graphics.dispose();
  }

  /** Lines, and a second pass over the points only if they are seen. */
  private static final class PlainLines extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1;
    private final boolean dots;

    PlainLines(boolean dots) {
      super(true, dots);
      this.dots = dots;
    }

    @Override
    public int getPassCount() {
      return dots ? 2 : 1;
    }
  }
}
