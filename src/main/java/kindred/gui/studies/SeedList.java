package kindred.gui.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/** Seeds as a person writes them: {@code 1-5, 8}. */
final class SeedList {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,15})(?:\\s*(?:-|–|\\.\\.)\\s*(\\d{1,15}))?");
  private static final int MOST = 1000;

  private SeedList() {}

  /**
   * Reads them.
   *
   * @throws BadInput if that is no list of seeds, or more than a thousand
   */
  static List<Long> parse(String text) {
    List<Long> seeds = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw new BadInput(
            "seeds are '" + text.strip() + "'; write whole numbers such as 1, 2, 3 or 1-5");
      }
      long first = Long.parseLong(matcher.group(1));
      long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
      if (last < first || last - first >= MOST || seeds.size() + last - first >= MOST) {
        throw new BadInput(
            "seeds are '"
                + text.strip()
                + "'; a range goes up, and "
                + MOST
                + " seeds are the most");
      }
      for (long seed = first; seed <= last; seed++) {
        seeds.add(seed);
      }
    }
    return seeds;
  }

  /** The same for people to read again. */
  static String text(List<Long> seeds) {
    return seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
