package kindred.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kindred.experiment.BadInput;

/**
 * What a {@code .npy} file says of the array that follows, in versions 1 to 3 of the format. The
 * header is matched and never evaluated.
 *
 * @param descr type of the elements in numpy's words, such as {@code |u1}
 * @param columnsFirst whether the first dimension is the fastest (Fortran order)
 * @param shape its dimensions
 * @param bytes length of the header; the numbers follow
 */
public record NpyHeader(String descr, boolean columnsFirst, long[] shape, int bytes) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 20;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([\\d,\\s]*)\\),?\\s*\\}\\s*");

  /** Whether a file that begins so is of this format. */
  public static boolean begins(byte[] start) {
    return start.length >= MAGIC.length
        && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Reads a header and leaves the stream at the first number.
   *
   * @param what the file, for the message
   * @throws BadInput if there is none
   */
  public static NpyHeader read(InputStream in, String what) throws IOException {
    byte[] start = in.readNBytes(10);
    if (start.length < 10 || !begins(start)) {
      throw new BadInput(what + " is no numpy array");
    }
    int version = start[6];
    long length = (start[8] & 0xff) | (start[9] & 0xff) << 8;
    if (version > 1) {
      byte[] more = in.readNBytes(2);
      length = more.length < 2 ? -1 : length | (more[0] & 0xffL) << 16 | (more[1] & 0xffL) << 24;
    }
    byte[] text = length < 0 || length > LONGEST ? new byte[0] : in.readNBytes((int) length);
    if (version < 1 || version > 3 || text.length != length) {
      throw new BadInput(what + " is no complete numpy array");
    }
    return parsed(
        new String(text, StandardCharsets.UTF_8), (version == 1 ? 10 : 12) + text.length, what);
  }

  private static NpyHeader parsed(String header, int bytes, String what) {
    Matcher fields = HEADER.matcher(header);
    if (!fields.matches()) {
      throw new BadInput(what + " has a header that describes no array: " + header.strip());
    }
    return new NpyHeader(
        fields.group(1), fields.group(2).equals("True"), shape(fields.group(3), what), bytes);
  }

  private static long[] shape(String text, String what) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(dimension -> !dimension.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (NumberFormatException e) {
      throw new BadInput(what + " has the impossible shape (" + text + ")", e);
    }
  }
}
