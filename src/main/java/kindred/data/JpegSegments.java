package kindred.data;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The segments of a JPEG file before its first scan. */
final class JpegSegments {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xFFD9;
  private static final int[] NO_FRAMES = {0xC4, 0xC8, 0xCC}; // tables and a reserved one

  /**
   * What a JPEG's frame header says.
   *
   * @param precision bits of a sample
   * @param components channels as stored
   */
  record Frame(int precision, int height, int width, int components) {}

  private JpegSegments() {}

  /**
   * Finds a segment.
   *
   * @param wanted asked with the place of each marker's second byte; two bytes of length follow it
   * @return that place; -1 if there is none, or the file ends first
   */
  private static int find(byte[] jpeg, IntPredicate wanted) {
    int at = 2;
    while (at + 3 < jpeg.length && number(jpeg, at, 1) == 0xFF) {
      if (number(jpeg, at + 1, 1) == START_OF_SCAN) {
        return -1;
      }
      int length = number(jpeg, at + 2, 2);
      if (at + 2 + length <= jpeg.length && wanted.test(at + 1)) {
        return at + 1;
      }
      at += 2 + length;
    }
    return -1;
  }

  /**
   * Finds a segment that begins with a name.
   *
   * @return the place of its marker's second byte; -1 if there is none
   */
  static int find(byte[] jpeg, int marker, byte[] name) {
    return find(
        jpeg,
        at -> {
          int from = at + 3; // past the length
          return number(jpeg, at, 1) == marker
              && from + name.length <= jpeg.length
              && Arrays.equals(jpeg, from, from + name.length, name, 0, name.length);
        });
  }

  /** Whether the file ends as a whole one does. */
  static boolean ended(byte[] jpeg) {
    return jpeg.length >= 4 && number(jpeg, jpeg.length - 2, 2) == END;
  }

  /** The frame header; null if there is none. */
  static Frame frame(byte[] jpeg) {
    int at = find(jpeg, marker -> begins(number(jpeg, marker, 1)));
    return at < 0 || number(jpeg, at + 1, 2) < 8
        ? null
        : new Frame(
            number(jpeg, at + 3, 1),
            number(jpeg, at + 4, 2),
            number(jpeg, at + 6, 2),
            number(jpeg, at + 8, 1));
  }

  private static boolean begins(int marker) {
    for (int other : NO_FRAMES) {
      if (marker == other) {
        return false;
      }
    }
    return (marker & 0xF0) == 0xC0;
  }

  private static int number(byte[] jpeg, int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << Byte.SIZE) | (jpeg[at + i] & 0xFF);
    }
    return value;
  }
}
