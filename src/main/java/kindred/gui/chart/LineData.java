package kindred.gui.chart;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** The lines of a drawing as JFreeChart asks for them. */
final class LineData extends AbstractXYDataset {
  private static final long serialVersionUID = 1;

  private final transient List<Drawing.Line> lines;

  LineData(List<Drawing.Line> lines) {
    this.lines = lines;
  }

  @Override
  public int getSeriesCount() {
    return lines.size();
  }

  @Override
  public Comparable<Integer> getSeriesKey(int series) {
    return series;
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }

  @Override
  public int getItemCount(int series) {
    return lines.get(series).x().length;
  }

  @Override
  public double getXValue(int series, int item) {
    return lines.get(series).x()[item];
  }

  @Override
  public double getYValue(int series, int item) {
    return lines.get(series).y()[item];
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }
}
