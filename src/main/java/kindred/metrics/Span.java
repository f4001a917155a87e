package kindred.metrics;

/** A stretch of an axis, in the axis' own units (of a logarithmic one: powers of ten). */
public record Span(double min, double max) {
  /** Spans have ends that are finite and a width. */
  public Span {
    if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
      throw new IllegalArgumentException("no stretch of an axis: " + min + " to " + max);
    }
  }

  public double width() {
    return max - min;
  }

  public boolean contains(double value) {
    return min <= value && value <= max;
  }

  /** Where a value lies: 0 at the lower end, 1 at the upper. */
  public double shareOf(double value) {
    return (value - min) / width();
  }

  /** The value at a share. */
  public double at(double share) {
    return min + share * width();
  }

  /** What is seen after zooming by a factor below 1, or out by one above, around a fixed value. */
  public Span zoomed(double factor, double around) {
    double from = around - (around - min) * factor;
    double to = around + (max - around) * factor;
    double smallest = 1e-9 * Math.max(1, Math.abs(around));
    return to - from > smallest && Double.isFinite(to - from) ? new Span(from, to) : this;
  }

  /** Moved by a share of its own width. */
  public Span moved(double share) {
    double by = share * width();
    return new Span(min + by, max + by);
  }
}
