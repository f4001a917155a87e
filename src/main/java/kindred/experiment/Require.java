package kindred.experiment;

import java.util.Locale;

/** Checks of values a user chose. Every message names the value and what would do. */
final class Require {
  private Require() {}

  static int between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new BadInput(
          String.format(
              Locale.ROOT, "%s is %d; it must lie between %,d and %,d", name, value, low, high));
    }
    return value;
  }

  /** Also refuses NaN. */
  static double between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new BadInput(name + " is " + value + "; it must lie between " + low + " and " + high);
    }
    return value;
  }

  static String present(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new BadInput(name + " is missing");
    }
    return value;
  }

  static <T> T or(T value, T fallback) {
    return value == null ? fallback : value;
  }
}
