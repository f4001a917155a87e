package kindred.gui.chart;

import java.util.List;
import java.util.Optional;
import kindred.metrics.Quantity;
import kindred.metrics.RunMetrics;
import kindred.metrics.Span;

/**
 * What is to be seen of a chart at one moment, ready to be painted.
 *
 * @param log whether y is the logarithm to base 10 of the values
 * @param x what is seen of the x axis; null if there is nothing to see
 * @param y what is seen of the y axis; null if there is nothing to see
 * @param lines the faint ones first
 * @param references values to compare with
 * @param word what a user should know about it, or empty
 */
record Drawing(
    Quantity quantity,
    XAxis axis,
    boolean log,
    Span x,
    Span y,
    List<Line> lines,
    List<Reference> references,
    String word) {
  /**
   * One line of a run.
   *
   * @param run its id
   * @param baseline whether others are compared with it
   * @param faint whether it lies behind the smoothed one
   * @param x rising
   * @param y as long
   */
  record Line(String run, boolean baseline, boolean faint, double[] x, double[] y) {}

  /** A value that means something by itself. */
  record Reference(double y, String label) {}

  /** Nothing to see, and why. */
  static Drawing empty(Wish wish, String word) {
    return new Drawing(
        wish.quantity(), wish.axis(), wish.log(), null, null, List.of(), List.of(), word);
  }

  boolean isEmpty() {
    return x == null;
  }

  /**
   * What somebody wants to see.
   *
   * @param weight of the past in {@link Smoothing}, 0 for none
   * @param x what of the x axis, or nothing for all
   * @param y what of the y axis, or nothing for all
   * @param held whether x and y are held rather than chosen
   * @param columns how many pixels wide
   */
  record Wish(
      Quantity quantity,
      XAxis axis,
      double weight,
      boolean log,
      Optional<Span> x,
      Optional<Span> y,
      boolean held,
      int columns) {}

  /** A run whose lines are drawn. */
  record Source(String run, String name, boolean baseline, RunMetrics metrics) {}
}
