package kindred.gui.studies;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import javafx.scene.layout.Pane;
import kindred.evaluate.Estimate;
import kindred.gui.chart.ChartFonts;
import kindred.gui.core.Theme;
import kindred.run.StudyMeasure;
import kindred.run.StudyResults;
import kindred.run.StudyResults.Comparison;
import kindred.run.StudyResults.Row;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StatisticalLineAndShapeRenderer;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;

/** The means of a study's variations with their 95 % intervals, beside the baseline's. */
final class StudyPlot extends Pane {
  private static final double ROW = 40;
  private static final double AXIS = 64;
  private static final double DOT = 10;

  private final Theme theme;
  private final ChartCanvas canvas;
  private StudyResults results;
  private StudyMeasure measure;

  StudyPlot(Theme theme) {
    this.theme = theme;
    this.canvas = new ChartCanvas(new JFreeChart(new CategoryPlot()));
    setId("study-plot");
    setMinWidth(0);
    getChildren().add(canvas);
    canvas.setTooltipEnabled(false);
    canvas.setMouseTransparent(true);
    theme.darkProperty().addListener((property, before, now) -> draw());
  }

  /** Shows one measure. */
  void show(StudyResults shown, StudyMeasure of) {
    results = shown;
    measure = of;
    setAccessibleText("Means with 95 % intervals: " + of.title());
    draw();
  }

  private void draw() {
    if (results == null) {
      return;
    }
    double height = AXIS + ROW * results.variations().size();
    setMinHeight(height);
    setPrefHeight(height);
    canvas.setChart(chart());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
    }
    canvas.draw();
  }

  private JFreeChart chart() {
    boolean dark = theme.darkProperty().get();
    Color ink = dark ? new Color(0xC9D1D9) : new Color(0x24292F);
    Color grid = dark ? new Color(0x30363D) : new Color(0xD0D7DE);
    Color dot = dark ? new Color(0x58A6FF) : new Color(0x0969DA);
    Font font = ChartFonts.regular(12);
    CategoryAxis names = new CategoryAxis();
    names.setTickLabelFont(font);
    names.setTickLabelPaint(ink);
    names.setAxisLineVisible(false);
    names.setTickMarksVisible(false);
    names.setMaximumCategoryLabelWidthRatio(0.5f);
    NumberAxis values = new NumberAxis(measure == null ? "" : measure.title() + ", in %");
    values.setAutoRangeIncludesZero(false);
    values.setLabelFont(font);
    values.setLabelPaint(ink);
    values.setTickLabelFont(font);
    values.setTickLabelPaint(ink);
    values.setAxisLinePaint(grid);
    values.setTickMarkPaint(grid);
    StatisticalLineAndShapeRenderer renderer = new StatisticalLineAndShapeRenderer(false, true);
    renderer.setSeriesPaint(0, dot);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    renderer.setErrorIndicatorPaint(dot);
    renderer.setErrorIndicatorStroke(new BasicStroke(1.5f));
    CategoryPlot plot = new CategoryPlot(means(), names, values, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(grid);
    plot.setDomainGridlinesVisible(false);
    plot.setNoDataMessage("No trial is measured yet.");
    plot.setNoDataMessageFont(font);
    plot.setNoDataMessagePaint(ink);
    markBaseline(plot, ink);
    JFreeChart chart = new JFreeChart(null, font, plot, false);
    chart.setBackgroundPaint(null);
    return chart;
  }

  private DefaultStatisticalCategoryDataset means() {
    DefaultStatisticalCategoryDataset means = new DefaultStatisticalCategoryDataset();
    if (results == null) {
      return means;
    }
    for (Row row : results.variations()) {
      Comparison comparison = row.measures().get(measure);
      if (comparison != null) {
        Estimate estimate = comparison.estimate();
        double half = estimate.low() == null ? 0 : estimate.high() - estimate.mean();
        means.add(100 * estimate.mean(), 100 * half, "mean", row.variation());
      }
    }
    return means;
  }

  private void markBaseline(CategoryPlot plot, Color ink) {
    if (results == null || results.baseline() == null) {
      return;
    }
    results.variations().stream()
        .filter(row -> row.variation().equals(results.baseline()))
        .map(row -> row.measures().get(measure))
        .filter(java.util.Objects::nonNull)
        .forEach(
            base ->
                plot.addRangeMarker(
                    new ValueMarker(
                        100 * base.estimate().mean(),
                        ink,
                        new BasicStroke(
                            1,
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_MITER,
                            1,
                            new float[] {4, 4},
                            0))));
  }
}
