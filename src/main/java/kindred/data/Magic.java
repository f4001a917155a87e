package kindred.data;

import java.util.Arrays;

/** First bytes by which formats are known, as hexadecimal digits; {@code ..} is any byte. */
final class Magic {
  private static final String[] BLANKS = {"09", "0A", "0D", "20", "23"}; // the last: a comment

  private Magic() {}

  /** Whether bytes begin so at a place, in one of several ways. */
  static boolean begins(byte[] bytes, int at, String... magics) {
    return Arrays.stream(magics).anyMatch(magic -> begins(bytes, at, magic));
  }

  private static boolean begins(byte[] bytes, int at, String magic) {
    if (bytes.length < at + magic.length() / 2) {
      return false;
    }
    for (int i = 0; i < magic.length(); i += 2) {
      if (magic.charAt(i) != '.'
          && (bytes[at + i / 2] & 0xFF) != Integer.parseInt(magic.substring(i, i + 2), 16)) {
        return false;
      }
    }
    return true;
  }

  /** Each followed by each kind of white space, or a comment. */
  static String[] everyBlank(String... magics) {
    return Arrays.stream(magics)
        .flatMap(magic -> Arrays.stream(BLANKS).map(blank -> magic + blank))
        .toArray(String[]::new);
  }
}
