package kindred.data;

import java.util.Arrays;

/** A JPEG's canonical Huffman code. */
final class HuffmanCode {
  /** Bytes before the symbols: a number of the code, and how many symbols each length has. */
  static final int HEAD = 17;

  private static final int LENGTHS = 16;
  private static final int SHORT = 9; // bits; longer codes are rare

  private final byte[] definition;
  private final int[] shorts = new int[1 << SHORT]; // length · 256 + symbol, or 0
  private final int[] last = new int[LENGTHS + 1]; // code of each length, or −1
  private final int[] shift = new int[LENGTHS + 1]; // from a code to its symbol's place

  private HuffmanCode(byte[] definition) {
    this.definition = definition;
  }

  /** Bytes of a definition, which begins with the 16 numbers of symbols. */
  static int length(byte[] bytes, int start) {
    int length = LENGTHS;
    for (int i = 0; i < LENGTHS; i++) {
      length += bytes[start + i] & 0xFF;
    }
    return length;
  }

  /**
   * @return null if it is no code
   */
  static HuffmanCode of(byte[] bytes, int start, int length) {
    HuffmanCode made = new HuffmanCode(Arrays.copyOfRange(bytes, start, start + length));
    return made.build() ? made : null;
  }

  private boolean build() {
    int code = 0;
    int place = LENGTHS;
    for (int length = 1; length <= LENGTHS; length++, code <<= 1) {
      int symbols = definition[length - 1] & 0xFF;
      if (code + symbols >= 1 << length) {
        return false; // a code of ones alone is not allowed
      }
      shift[length] = place - code;
      for (int i = 0; i < symbols; i++, code++, place++) {
        if (length <= SHORT) {
          int from = code << (SHORT - length);
          int entry = (length << 8) | (definition[place] & 0xFF);
          Arrays.fill(shorts, from, from + (1 << (SHORT - length)), entry);
        }
      }
      last[length] = symbols == 0 ? -1 : code - 1;
    }
    return true;
  }

  /** Whether it was made of the same definition. */
  boolean isOf(byte[] bytes, int start, int length) {
    return Arrays.equals(definition, 0, definition.length, bytes, start, start + length);
  }

  /** Whether every symbol is below a limit. */
  boolean below(int limit) {
    for (int i = LENGTHS; i < definition.length; i++) {
      if ((definition[i] & 0xFF) >= limit) {
        return false;
      }
    }
    return true;
  }

  /** Reads a symbol, or gives −1 if there is none. */
  int next(JpegBits bits) {
    int found = shorts[bits.ahead(SHORT)];
    if (found != 0) {
      bits.skip(found >> 8);
      return found & 0xFF;
    }
    for (int length = SHORT + 1; length <= LENGTHS; length++) {
      int code = bits.ahead(length);
      if (code <= last[length]) {
        bits.skip(length);
        return definition[code + shift[length]] & 0xFF;
      }
    }
    return -1;
  }
}
