package kindred.data;

import java.util.Arrays;

/**
 * Decodes small JPEG files of the commonest kind to the very pixels that libjpeg gives: baseline, 8
 * bits, one scan, JFIF, gray or YCbCr whose chroma is whole, halved across or halved both ways. It
 * tells of anything else, and of the least damage, by refusing the file, so that a full decoder can
 * take it. For one thread; keeps tables and buffers from image to image.
 */
final class SmallJpeg {
  private static final int MAX_PIXELS = 1 << 16;
  private static final int APP0 = 0xE0;
  private static final int APP2 = 0xE2; // color profiles
  private static final int APP14 = 0xEE; // Adobe's color transforms
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final int QUANTIZATION = 0xDB;
  private static final int HUFFMAN = 0xC4;
  private static final int BASELINE_FRAME = 0xC0;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int JFIF = 0x4A464946;
  private static final int MAX_COEFFICIENT = 1 << 11; // dequantized; what an encoder makes is less

  private static final int[] NATURAL = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  /** One channel as it is stored. */
  private static final class Component {
    private int id;
    private int across; // sampling factors
    private int down;
    private int quantization;
    private HuffmanCode dc;
    private HuffmanCode ac;
    private int lastDc;
    private int width; // samples that count
    private int height;
    private int stride; // with what fills the last blocks
    private byte[] samples = {};
  }

  private final Component[] components = {new Component(), new Component(), new Component()};
  private final int[][] quantizations = new int[4][64];
  private final HuffmanCode[] codes = new HuffmanCode[8]; // by the segment's class and number
  private final int[] block = new int[64];
  private final InverseCosines cosines = new InverseCosines();
  private int[] blue = {}; // chroma of one row at full width
  private int[] red = {};
  private int[] sums = {};
  private int quantizationsSeen; // sets of bits
  private int codesSeen;
  private int width;
  private int height;
  private int channels;
  private final JpegBits bits = new JpegBits();

  /**
   * Reads all that stands before the pixels.
   *
   * @return whether this may be a file of the kind that is decoded here
   */
  boolean open(byte[] jpeg) {
    quantizationsSeen = 0;
    codesSeen = 0;
    channels = 0;
    boolean jfif = false;
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      int start = at + 4;
      int end = at + 2 + uint16(jpeg, at + 2);
      if (end < start || end > jpeg.length) {
        return false;
      }
      boolean fine =
          switch (marker) {
            case QUANTIZATION -> quantizations(jpeg, start, end);
            case HUFFMAN -> codes(jpeg, start, end);
            case BASELINE_FRAME -> frame(jpeg, start, end);
            case SCAN -> true;
            case APP2, APP14 -> false;
            default -> (marker >= APP0 && marker <= APP15) || marker == COMMENT;
          };
      if (!fine) {
        return false;
      }
      jfif |=
          marker == APP0
              && end - start >= 14
              && uint16(jpeg, start) == JFIF >>> 16
              && uint16(jpeg, start + 2) == (JFIF & 0xFFFF)
              && jpeg[start + 4] == 0;
      if (marker == SCAN) {
        return jfif && scan(jpeg, start, end) && bits.open(jpeg, end, END);
      }
      at = end;
    }
    return false;
  }

  private static int uint16(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private boolean quantizations(byte[] jpeg, int start, int end) {
    int at = start;
    for (; at + 65 <= end; at += 65) {
      int number = jpeg[at];
      if (number < 0 || number > 3) { // or numbers of 16 bits
        return false;
      }
      for (int i = 0; i < 64; i++) {
        quantizations[number][i] = jpeg[at + 1 + i] & 0xFF;
      }
      quantizationsSeen |= 1 << number;
    }
    return at == end;
  }

  private boolean codes(byte[] jpeg, int start, int end) {
    int at = start;
    while (at + HuffmanCode.HEAD <= end) {
      int place = (jpeg[at] >> 4) * 4 + (jpeg[at] & 0xF);
      int length = HuffmanCode.length(jpeg, at + 1);
      if ((jpeg[at] & 0xEC) != 0 || length > 256 + 16 || at + 1 + length > end) {
        return false;
      }
      if (codes[place] == null || !codes[place].isOf(jpeg, at + 1, length)) {
        codes[place] = HuffmanCode.of(jpeg, at + 1, length); // most files have the same ones
      }
      if (codes[place] == null || (place < 4 && !codes[place].below(16))) {
        return false;
      }
      codesSeen |= 1 << place;
      at += 1 + length;
    }
    return at == end;
  }

  private boolean frame(byte[] jpeg, int start, int end) {
    if (channels != 0 || end - start < 9 || jpeg[start] != 8) {
      return false;
    }
    height = uint16(jpeg, start + 1);
    width = uint16(jpeg, start + 3);
    channels = jpeg[start + 5];
    if ((channels != 1 && channels != 3)
        || end - start != 6 + 3 * channels
        || height == 0
        || width == 0
        || (long) height * width > MAX_PIXELS) {
      return false;
    }
    for (int c = 0; c < channels; c++) {
      int at = start + 6 + 3 * c;
      components[c].id = jpeg[at];
      components[c].across = jpeg[at + 1] >> 4;
      components[c].down = jpeg[at + 1] & 0xF;
      components[c].quantization = jpeg[at + 2];
      if (components[c].id != c + 1
          || components[c].quantization < 0
          || components[c].quantization > 3) {
        return false;
      }
    }
    return sampled();
  }

  private boolean sampled() {
    int across = components[0].across;
    int down = components[0].down;
    boolean known =
        (across == 1 && down == 1) || (channels == 3 && across == 2 && (down == 1 || down == 2));
    if (!known) {
      return false;
    }
    int columns = (width + 8 * across - 1) / (8 * across); // of units that are coded together
    int rows = (height + 8 * down - 1) / (8 * down);
    for (int c = 0; c < channels; c++) {
      Component component = components[c];
      if (c > 0 && (component.across != 1 || component.down != 1)) {
        return false;
      }
      component.width = c == 0 ? width : (width + across - 1) / across;
      component.height = c == 0 ? height : (height + down - 1) / down;
      component.stride = columns * component.across * 8;
      component.samples = atLeast(component.samples, component.stride * rows * component.down * 8);
    }
    return across == 1 || components[1].width > 2; // libjpeg repeats so few instead of mixing them
  }

  private static byte[] atLeast(byte[] array, int length) {
    return array.length < length ? new byte[length] : array;
  }

  private static int[] atLeast(int[] array, int length) {
    return array.length < length ? new int[length] : array;
  }

  private boolean scan(byte[] jpeg, int start, int end) {
    if (channels == 0 || end - start != 4 + 2 * channels || jpeg[start] != channels) {
      return false;
    }
    for (int c = 0; c < channels; c++) {
      Component component = components[c];
      int selected = jpeg[start + 2 + 2 * c] & 0xFF;
      int dc = selected >> 4;
      int ac = selected & 0xF;
      if (jpeg[start + 1 + 2 * c] != component.id
          || dc > 3
          || ac > 3
          || (codesSeen & (1 << dc)) == 0
          || (codesSeen & (1 << (4 + ac))) == 0
          || (quantizationsSeen & (1 << component.quantization)) == 0) {
        return false;
      }
      component.dc = codes[dc];
      component.ac = codes[4 + ac];
      component.lastDc = 0;
    }
    return jpeg[end - 3] == 0 && jpeg[end - 2] == 63 && jpeg[end - 1] == 0;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** 1 or 3. */
  int channels() {
    return channels;
  }

  /**
   * Decodes the image that was opened last, once.
   *
   * @return C×H×W, or null if anything is unusual
   */
  byte[] decode() {
    Component first = components[0];
    int columns = first.stride / (8 * first.across);
    int rows = (height + 8 * first.down - 1) / (8 * first.down);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!unit(row, column)) {
          return null;
        }
      }
    }
    return bits.atEnd() && cosines.usual() ? pixels() : null;
  }

  private boolean unit(int row, int column) {
    for (int c = 0; c < channels; c++) {
      Component component = components[c];
      for (int y = 0; y < component.down; y++) {
        for (int x = 0; x < component.across; x++) {
          int last = block(component);
          if (last < 0) {
            return false;
          }
          int top = (row * component.down + y) * 8;
          int left = (column * component.across + x) * 8;
          cosines.invert(
              block, last, component.samples, top * component.stride + left, component.stride);
        }
      }
    }
    return true;
  }

  /** Reads a block, dequantized, and gives the place of its last coefficient, or −1. */
  private int block(Component component) {
    int[] steps = quantizations[component.quantization];
    Arrays.fill(block, 0);
    int size = component.dc.next(bits);
    if (size < 0 || size > 11) {
      return -1;
    }
    component.lastDc += bits.signed(size);
    block[0] = component.lastDc * steps[0];
    if (unusual(block[0])) {
      return -1;
    }
    int last = 0;
    for (int i = 1; i < 64; i++) {
      int symbol = component.ac.next(bits);
      if (symbol < 0) {
        return -1;
      }
      size = symbol & 0xF;
      if (size == 0) {
        if (symbol == 0) {
          return last;
        }
        if (symbol != 0xF0) {
          return -1;
        }
        i += 15;
      } else {
        i += symbol >> 4;
        if (i > 63) {
          return -1;
        }
        int value = bits.signed(size) * steps[i];
        if (unusual(value)) {
          return -1;
        }
        block[NATURAL[i]] = value;
        last = i;
      }
      if (i > 63) {
        return -1;
      }
    }
    return last;
  }

  private static boolean unusual(int coefficient) {
    return coefficient >= MAX_COEFFICIENT || coefficient <= -MAX_COEFFICIENT;
  }

  private byte[] pixels() {
    byte[] pixels = new byte[channels * height * width];
    Component gray = components[0];
    if (channels == 1) {
      for (int y = 0; y < height; y++) {
        System.arraycopy(gray.samples, y * gray.stride, pixels, y * width, width);
      }
      return pixels;
    }
    blue = atLeast(blue, width + 1);
    red = atLeast(red, width + 1);
    sums = atLeast(sums, width);
    for (int y = 0; y < height; y++) {
      chroma(components[1], y, blue);
      chroma(components[2], y, red);
      colors(gray.samples, y * gray.stride, pixels, y * width);
    }
    return pixels;
  }

  /** Conversion in 16-bit fixed point. */
  private void colors(byte[] luma, int from, byte[] pixels, int to) {
    int plane = height * width;
    for (int x = 0; x < width; x++) {
      int y = luma[from + x] & 0xFF;
      int b = blue[x] - 128;
      int r = red[x] - 128;
      pixels[to + x] = clip(y + ((91881 * r + 32768) >> 16));
      pixels[to + plane + x] = clip(y + ((-22554 * b - 46802 * r + 32768) >> 16));
      pixels[to + 2 * plane + x] = clip(y + ((116130 * b + 32768) >> 16));
    }
  }

  private static byte clip(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }

  /** A row at full width: each value is mixed from the nearest ones, 3 to 1 along each axis. */
  private void chroma(Component component, int y, int[] row) {
    byte[] samples = component.samples;
    int near = y / components[0].down * component.stride;
    int count = component.width;
    if (components[0].across == 1) {
      for (int x = 0; x < count; x++) {
        row[x] = samples[near + x] & 0xFF;
      }
      return;
    }
    boolean both = components[0].down == 2;
    int other = (y & 1) == 0 ? y / 2 - 1 : y / 2 + 1;
    int far = Math.max(0, Math.min(component.height - 1, other)) * component.stride;
    for (int x = 0; x < count; x++) {
      int value = samples[near + x] & 0xFF;
      sums[x] = both ? 3 * value + (samples[far + x] & 0xFF) : value;
    }
    int shift = both ? 4 : 2;
    int down = both ? 8 : 1; // roundings in turn, so that they have no bias
    int up = both ? 7 : 2;
    row[0] = (4 * sums[0] + down) >> shift;
    for (int x = 1; x < count; x++) {
      row[2 * x - 1] = (3 * sums[x - 1] + sums[x] + up) >> shift;
      row[2 * x] = (3 * sums[x] + sums[x - 1] + down) >> shift;
    }
    row[2 * count - 1] = (4 * sums[count - 1] + up) >> shift;
  }
}
