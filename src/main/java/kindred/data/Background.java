package kindred.data;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kindred.experiment.BadInput;

/**
 * The color that shows where an image is transparent.
 *
 * @param red 0 … 255
 * @param green 0 … 255
 * @param blue 0 … 255
 */
public record Background(int red, int green, int blue) {
  public static final Background WHITE = new Background(255, 255, 255);

  private static final Map<String, Background> NAMED =
      Map.of(
          "white", WHITE,
          "black", new Background(0, 0, 0),
          "gray", new Background(128, 128, 128));
  private static final Pattern HEX = Pattern.compile("#?[0-9a-f]{6}");

  /**
   * Reads a color.
   *
   * @param text {@code white}, {@code black}, {@code gray} or six hexadecimal digits, as in {@code
   *     #3366cc}
   * @throws BadInput if it is none of these
   */
  public static Background of(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (NAMED.containsKey(lower)) {
      return NAMED.get(lower);
    }
    if (!HEX.matcher(lower).matches()) {
      throw new BadInput(
          "background '%s' is no color; give white, black, gray or one as #3366cc"
              .formatted(text.strip()));
    }
    int rgb = Integer.parseInt(lower.replace("#", ""), 16);
    return new Background(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
  }

  boolean gray() {
    return red == green && red == blue;
  }

  /** One channel of a color of which {@code opacity} of 255 parts are opaque, over this. */
  byte under(int channel, int value, int opacity) {
    int below = channel == 0 ? red : channel == 1 ? green : blue;
    return (byte) ((value * opacity + below * (255 - opacity) + 127) / 255);
  }
}
