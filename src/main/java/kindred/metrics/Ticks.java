package kindred.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an axis is marked, at round values, and how they are written. */
public final class Ticks {
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int MOST_DECADES_WITH_MIDDLES = 3;

  /** One of them; the value in the axis' own units. */
  public record Tick(double value, String label) {}

  private Ticks() {}

  /**
   * Marks at multiples of 1, 2 or 5 times a power of ten.
   *
   * @param most about how many there is room for
   * @param unit what one stands for, in the axis' units; labels count these
   */
  public static List<Tick> linear(Span span, int most, double unit) {
    return at(step(span.width() / unit, Math.max(1, most)), span, unit);
  }

  /** Marks at whole numbers alone, for what is counted; none if the span has none. */
  public static List<Tick> whole(Span span, int most) {
    return at(Math.max(1, step(span.width(), Math.max(1, most))), span, 1);
  }

  private static List<Tick> at(double step, Span span, double unit) {
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(span.min() / unit / step - 1e-9);
    long last = (long) Math.floor(span.max() / unit / step + 1e-9);
    for (long multiple = first; multiple <= last; multiple++) {
      ticks.add(new Tick(multiple * step * unit, label(multiple * step, step)));
    }
    return ticks;
  }

  private static double step(double width, int most) {
    double power = Math.pow(10, Math.floor(Math.log10(width / most)));
    for (double round : ROUND) {
      if (width / (power * round) <= most + 1e-9) {
        return power * round;
      }
    }
    return power * 10;
  }

  /** As many digits as tell the marks apart. */
  private static String label(double value, double step) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    if (size >= 1e7 || decimals > 5) {
      double digits = Math.floor(Math.log10(size) + 1e-9) - Math.floor(Math.log10(step) + 1e-9);
      return power(String.format(Locale.ROOT, "%." + (int) Math.max(0, digits) + "e", value));
    }
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** {@code 4.0e-04} as {@code 4.0e-4}. */
  private static String power(String text) {
    return text.replaceFirst("e\\+?(-?)0*(\\d+)$", "e$1$2");
  }

  /** Marks at 1, and if there is room at 2 and 5, times powers of ten; values are log10. */
  public static List<Tick> logarithmic(Span span, int most) {
    List<Tick> ticks = new ArrayList<>();
    int every = (int) Math.max(1, Math.ceil(span.width() / Math.max(1, most)));
    boolean middles = span.width() <= MOST_DECADES_WITH_MIDDLES && 3 * span.width() <= most;
    for (int decade = (int) Math.floor(span.min()); decade <= span.max(); decade++) {
      if (Math.floorMod(decade, every) != 0) {
        continue;
      }
      for (double round : middles ? new double[] {1, 2, 5} : new double[] {1}) {
        double value = decade + Math.log10(round);
        if (span.contains(value)) {
          ticks.add(new Tick(value, plain(round, decade)));
        }
      }
    }
    return ticks.size() > 1 ? ticks : fine(span, most);
  }

  /** Inside one decade, round values on the plain scale. */
  private static List<Tick> fine(Span span, int most) {
    Span plain = new Span(Math.pow(10, span.min()), Math.pow(10, span.max()));
    return linear(plain, most, 1).stream()
        .filter(tick -> tick.value() > 0)
        .map(tick -> new Tick(Math.log10(tick.value()), tick.label()))
        .toList();
  }

  private static String plain(double round, int decade) {
    if (decade < -3 || decade > 5) {
      return (int) round + "e" + decade;
    }
    return String.format(
        Locale.ROOT, "%,." + Math.max(0, -decade) + "f", round * Math.pow(10, decade));
  }
}
