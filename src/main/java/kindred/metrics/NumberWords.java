package kindred.metrics;

import java.util.Locale;

/** Numbers as people read them: three significant digits, thousands separated, with units. */
public final class NumberWords {
  private static final int DIGITS = 3;
  private static final int MOST_DECIMALS = 5;

  private NumberWords() {}

  /** 50000 as {@code 50,000}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 image}, {@code 50,000 images}. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** How fast images are read or learned from, such as {@code 1,240 images/s}. */
  public static String pace(double imagesPerSecond) {
    return count(Math.round(imagesPerSecond), "image/s", "images/s");
  }

  /** Three significant digits, in powers of ten only where plain digits would be long. */
  public static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    }
    if (size == 0) {
      return "0";
    }
    if (size < 1e-3 || size >= 1e6) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int before = (int) Math.floor(Math.log10(size)) + 1;
    return String.format(Locale.ROOT, "%,." + Math.max(0, DIGITS - before) + "f", value);
  }

  /**
   * A value among others of one scale, all with as many decimals as tell them apart: 0.75 among
   * multiples of 0.25 as {@code 0.75}, 1 among them as {@code 1.00}.
   *
   * @param step between two neighboring values, above 0
   */
  public static String among(double value, double step) {
    int decimals = (int) Math.max(0, 1 - Math.floor(Math.log10(step)));
    return decimals > MOST_DECIMALS || Math.abs(value) >= 1e6
        ? number(value)
        : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** 0.4231 as {@code 42.3 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** From 0.787 to 0.8351 as {@code 78.7–83.5 %}. */
  public static String percents(double low, double high) {
    return String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * low, 100 * high);
  }

  /** The 95 % interval of a share among so many, such as {@code 78.7–83.5 %}. */
  public static String interval(double share, int among) {
    Wilson wilson = Wilson.ofShare(share, among);
    return percents(wilson.low(), wilson.high());
  }

  /** {@code 4 s}, {@code 12 min}, {@code 3 h 20 min}. */
  public static String duration(double seconds) {
    if (seconds < 1) {
      return "under 1 s";
    }
    long whole = Math.round(seconds);
    if (whole < 100) {
      return whole + " s";
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** {@code 812 kB}, {@code 3.10 GB}. */
  public static String bytes(double bytes) {
    String[] units = {"bytes", "kB", "MB", "GB", "TB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return number(value) + " " + units[unit];
  }
}
