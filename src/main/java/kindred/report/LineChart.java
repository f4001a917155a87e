package kindred.report;

import java.util.Locale;
import java.util.stream.IntStream;
import kindred.metrics.NumberWords;
import kindred.metrics.PixelColumns;
import kindred.metrics.Span;
import kindred.metrics.Ticks;

/**
 * A line in a picture of vectors, in the colors of the page it stands on. Of many points only what
 * can be seen is kept.
 */
final class LineChart {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 240;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 12;
  private static final int BOTTOM = 44;
  private static final int FEW = 40;
  private static final double AIR = 0.06;

  private LineChart() {}

  /**
   * Draws; values that are not finite are left out.
   *
   * @param title what is drawn
   * @param axis what x counts
   * @param x rising
   * @return nothing if there is no point
   */
  static Html draw(String title, String axis, double[] x, double[] y) {
    int[] there = IntStream.range(0, x.length).filter(i -> Double.isFinite(y[i])).toArray();
    if (there.length == 0) {
      return new Html();
    }
    Span across = span(x[there[0]], x[there[there.length - 1]], 0);
    PixelColumns line = new PixelColumns(across, WIDTH - LEFT - RIGHT);
    for (int i : there) {
      line.add(x[i], y[i]);
    }
    double[] px = line.x();
    double[] py = line.y();
    Span up = span(line.lowest(), line.highest(), AIR);
    double last = y[there[there.length - 1]];
    Html svg = new Html();
    svg.element("title", title + "; last value " + NumberWords.number(last));
    grid(svg, across, up);
    svg.element(
        "text",
        axis,
        "x",
        "" + (LEFT + WIDTH - RIGHT) / 2,
        "y",
        "" + (HEIGHT - 8), //
        "text-anchor",
        "middle");
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < px.length; i++) {
      path.append(i == 0 ? 'M' : 'L').append(left(across, px[i])).append(' ');
      path.append(top(up, py[i]));
    }
    svg.open("path", "class", "curve", "d", path.toString()).close("path");
    if (px.length <= FEW) {
      for (int i = 0; i < px.length; i++) {
        svg.open(
                "circle",
                "class",
                "dot",
                "r",
                "3",
                "cx",
                left(across, px[i]), //
                "cy",
                top(up, py[i]))
            .close("circle");
      }
    }
    Html caption = new Html().element("figcaption", title + " · last " + NumberWords.number(last));
    String box = "0 0 " + WIDTH + " " + HEIGHT;
    return new Html().around("figure", caption.around("svg", svg, "viewBox", box, "role", "img"));
  }

  /**
   * From the lowest to the highest value with some air around, which always has a width; what is
   * nowhere negative stays so.
   */
  static Span span(double low, double high, double air) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    double least = size == 0 ? 1 : size * 1e-3;
    double extra = high - low < least ? least : air * (high - low);
    return new Span(low < 0 ? low - extra : Math.max(0, low - extra), high + extra);
  }

  private static void grid(Html svg, Span across, Span up) {
    for (Ticks.Tick tick : Ticks.linear(up, 4, 1)) {
      String y = top(up, tick.value());
      svg.open(
              "line",
              "class",
              "grid",
              "x1",
              "" + LEFT,
              "x2",
              "" + (WIDTH - RIGHT), //
              "y1",
              y,
              "y2",
              y)
          .close("line");
      svg.element(
          "text",
          tick.label(),
          "x",
          "" + (LEFT - 8),
          "y",
          y, //
          "text-anchor",
          "end",
          "dominant-baseline",
          "middle");
    }
    for (Ticks.Tick tick : Ticks.whole(across, 6)) { // steps, epochs and percents
      svg.element(
          "text",
          tick.label(),
          "x",
          left(across, tick.value()),
          "y",
          "" + (HEIGHT - BOTTOM + 20),
          "text-anchor",
          "middle");
    }
  }

  private static String left(Span across, double x) {
    return number(LEFT + across.shareOf(x) * (WIDTH - LEFT - RIGHT));
  }

  private static String top(Span up, double y) {
    return number(HEIGHT - BOTTOM - up.shareOf(y) * (HEIGHT - TOP - BOTTOM));
  }

  static String number(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }
}
