package kindred.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** First bytes by which formats are known, as hexadecimal digits; {@code ..} is any byte. */
final class Magic {
  private static final int ANY = -1;
  private static final String[] BLANKS = {"09", "0A", "0D", "20", "23"}; // the last: a comment

  private final int[][] ways;

  /**
   * @param ways in which bytes may begin
   */
  Magic(String... ways) {
    this.ways = Arrays.stream(ways).map(Magic::parsed).toArray(int[][]::new);
  }

  private static int[] parsed(String way) {
    return IntStream.range(0, way.length() / 2)
        .mapToObj(i -> way.substring(2 * i, 2 * i + 2))
        .mapToInt(digits -> digits.equals("..") ? ANY : Integer.parseInt(digits, 16))
        .toArray();
  }

  /** Whether bytes begin so at a place, in one of the ways. */
  boolean begins(byte[] bytes, int at) {
    for (int[] way : ways) {
      if (begins(bytes, at, way)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(byte[] bytes, int at, int[] way) {
    if (bytes.length < at + way.length) {
      return false;
    }
    for (int i = 0; i < way.length; i++) {
      if (way[i] != ANY && (bytes[at + i] & 0xFF) != way[i]) {
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
