package kindred.gui.core;

import java.util.Locale;
import kindred.metrics.NumberWords;

/** Numbers as the window writes them: three significant digits, thousands separated, with units. */
public final class Words {
  private Words() {}

  /** 50000 as {@code 50,000}. */
  public static String count(long number) {
    return NumberWords.count(number);
  }

  /** {@code 1 image}, {@code 50,000 images}. */
  public static String count(long number, String one, String many) {
    return NumberWords.count(number, one, many);
  }

  /** How fast images are read or learned from, such as {@code 1,240 images/s}. */
  public static String pace(double imagesPerSecond) {
    return NumberWords.pace(imagesPerSecond);
  }

  /** Three significant digits, in powers of ten only where plain digits would be long. */
  public static String number(double value) {
    return NumberWords.number(value);
  }

  /** 0.4231 as {@code 42.3 %}. */
  public static String percent(double share) {
    return NumberWords.percent(share);
  }

  /** The 95 % interval of an accuracy among so many images, such as {@code 78.7–83.5 %}. */
  public static String interval(double accuracy, int images) {
    return NumberWords.interval(accuracy, images);
  }

  /** What such an interval means. */
  public static String aboutInterval(double accuracy, int images) {
    return "%s of %s.\n95 %% interval %s (Wilson): other images would give another figure, so a smaller difference may be chance."
        .formatted(
            percent(accuracy),
            count(images, "test image", "test images"),
            interval(accuracy, images));
  }

  /**
   * A word as it stands at the beginning of a line: {@code samples} as {@code Samples}; symbols
   * such as {@code k} and {@code p} stay as they are.
   */
  public static String capital(String word) {
    if (word.length() < 2 || !Character.isLetter(word.charAt(1))) {
      return word;
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** {@code 4 s}, {@code 12 min}, {@code 3 h 20 min}. */
  public static String duration(double seconds) {
    return NumberWords.duration(seconds);
  }

  /** {@code 812 kB}, {@code 3.10 GB}. */
  public static String bytes(double bytes) {
    return NumberWords.bytes(bytes);
  }
}
