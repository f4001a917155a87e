package kindred.gui.results;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * Paints a curve of shares as an image; for background threads, as JFreeChart and fonts take longer
 * than a window may stand still.
 */
final class CurvePainter {
  private static final int FEW = 40;

  /** Above the numbers of the x axis, so that the lowest of the y axis does not run into them. */
  private static final int AXIS_GAP = 6;

  /** How much of a band's color is seen. */
  private static final float BAND = 0.2f;

  /**
   * What is painted.
   *
   * @param scale pixels of the screen for one of the window
   */
  record Request(Curve curve, CurveText text, int width, int height, double scale, boolean dark) {}

  /**
   * A painted curve.
   *
   * @param area where in the window's pixels the values are
   * @param low, high ends of the x axis
   */
  record Painted(BufferedImage image, Rectangle2D area, double low, double high) {}

  private CurvePainter() {}

  static Painted paint(Request request) {
    JFreeChart chart = chart(request);
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(request.width() * request.scale()),
            (int) Math.ceil(request.height() * request.scale()),
            BufferedImage.TYPE_INT_ARGB_PRE);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(request.scale(), request.scale());
    chart.draw(
        graphics, new Rectangle2D.Double(0, 0, request.width(), request.height()), null, info);
    graphics.dispose();
    NumberAxis x = (NumberAxis) chart.getXYPlot().getDomainAxis();
    return new Painted(
        image,
        info.getPlotInfo().getDataArea(),
        x.getRange().getLowerBound(),
        x.getRange().getUpperBound());
  }

  private static JFreeChart chart(Request request) {
    boolean dark = request.dark();
    Color text = new Color(dark ? 0x8B949E : 0x57606A);
    Color grid = new Color(dark ? 0x262C34 : 0xE3E7EB);
    Color line = new Color(dark ? 0x58A6FF : 0x0969DA);
    Curve curve = request.curve();
    double[] low = curve.banded() ? curve.low() : curve.y();
    double[] high = curve.banded() ? curve.high() : curve.y();
    DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
    data.addSeries("curve", new double[][] {curve.x(), curve.x(), curve.x(), curve.y(), low, high});
    DeviationRenderer renderer = new DeviationRenderer(true, curve.x().length <= FEW);
    renderer.setAlpha(curve.banded() ? BAND : 0);
    renderer.setSeriesFillPaint(0, line);
    renderer.setSeriesPaint(0, line);
    renderer.setSeriesStroke(0, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
    renderer.setDefaultCreateEntities(false);
    NumberAxis x = axis(request.text().x(), text);
    if (request.text().xIsShare()) {
      x.setNumberFormatOverride(percent());
      x.setRange(0, Math.max(1e-3, curve.x()[curve.x().length - 1]));
    } else {
      x.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
      x.setRange(0.5, curve.x()[curve.x().length - 1] + 0.5);
    }
    NumberAxis y = axis(request.text().y(), text);
    y.setNumberFormatOverride(percent());
    y.setRange(0, 1);
    XYPlot plot = new XYPlot(data, x, y, renderer);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(grid);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setInsets(new RectangleInsets(8, 0, 0, 24));
    plot.setAxisOffset(new RectangleInsets(0, 0, AXIS_GAP, 0));
    JFreeChart chart = new JFreeChart(null, Fonts.SMALL, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    return chart;
  }

  private static NumberAxis axis(String title, Color text) {
    NumberAxis axis = new NumberAxis(title);
    axis.setLabelFont(Fonts.SMALL);
    axis.setTickLabelFont(Fonts.SMALL);
    axis.setLabelPaint(text);
    axis.setTickLabelPaint(text);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  private static NumberFormat percent() {
    return new DecimalFormat("0.## %", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /** Loaded at the first use, which is on a background thread. */
  private static final class Fonts {
    static final Font SMALL = load();

    private static Font load() {
      String resource = "/assets/fonts/Roboto-Regular.ttf";
      try (InputStream file = CurvePainter.class.getResourceAsStream(resource)) {
        return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(12f);
      } catch (FontFormatException e) {
        throw new IllegalStateException(resource + " is no font", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
