package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers from low to high, written {@code 0.3..0.7}. */
public record Range(double low, double high) {
  private static final Pattern TEXT = Pattern.compile("(.+?)\\.\\.(.+)");

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws BadInput if the text has not that form
   */
  @JsonCreator
  public static Range parse(String text) {
    Matcher parts = TEXT.matcher(text);
    try {
      if (parts.matches()) {
        return new Range(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
      }
    } catch (NumberFormatException e) {
      throw unreadable(text, e);
    }
    throw unreadable(text, null);
  }

  private static BadInput unreadable(String text, NumberFormatException cause) {
    return new BadInput("'" + text + "' is no range; write one such as 0.3..0.7", cause);
  }

  /** Itself, if it does not end before it begins and lies between two bounds. */
  Range within(String name, double lowest, double highest) {
    Require.between(name, low, lowest, highest);
    Require.between(name, high, lowest, highest);
    if (low > high) {
      throw new BadInput(name + " is " + this + "; write the smaller number first");
    }
    return this;
  }

  @JsonValue
  @Override
  public String toString() {
    return low + ".." + high;
  }
}
