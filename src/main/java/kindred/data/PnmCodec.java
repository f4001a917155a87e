package kindred.data;

import java.io.IOException;

/**
 * PBM, PGM and PPM, plain and binary, by the format's own description. Values up to any largest
 * value are spread over 0 … 255. Of several images the first.
 */
final class PnmCodec implements Codec {
  private static final int LONGEST = 1_000_000; // pixels a side
  private static final int MOST = 65535;

  private byte[] bytes;
  private int at;
  private int kind; // 1 … 6
  private int width;
  private int height;
  private int largest;

  @Override
  public int[] open(byte[] encoded) throws IOException {
    bytes = encoded;
    kind = encoded[1] - '0';
    at = 2;
    width = number(LONGEST);
    height = number(LONGEST);
    largest = bits() ? 1 : number(MOST);
    if (width == 0 || height == 0 || largest == 0) {
      throw new IOException("a size of nothing");
    }
    at++; // one white space ends the header
    if (height * fewestRowBytes() > bytes.length - at) {
      throw new IOException("fewer bytes than pixels");
    }
    return new int[] {width, height};
  }

  private boolean bits() {
    return kind == 1 || kind == 4;
  }

  private int channels() {
    return kind == 3 || kind == 6 ? 3 : 1;
  }

  /** A value takes a byte at least where it is written as text. */
  private long fewestRowBytes() {
    if (kind == 4) {
      return (width + 7L) / 8;
    }
    int bytesEach = kind > 3 && largest > 255 ? 2 : 1;
    return (long) width * channels() * bytesEach;
  }

  @Override
  public Picture picture(Background background) throws IOException {
    int channels = channels();
    byte[] pixels = new byte[channels * height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          pixels[(c * height + y) * width + x] = bits() ? bit(x) : spread(sample());
        }
      }
      if (kind == 4) {
        at += (width + 7) / 8;
      }
    }
    return Picture.of(channels, height, width, pixels);
  }

  /** 0 is white in these formats alone. */
  private byte bit(int x) throws IOException {
    int bit = kind == 4 ? (bytes[at + x / 8] >> (7 - x % 8)) & 1 : digit();
    return (byte) (bit == 0 ? 255 : 0);
  }

  /** Ones and zeros may stand without anything between them. */
  private int digit() throws IOException {
    skipBlanks();
    int digit = bytes[at++] - '0';
    if (digit != 0 && digit != 1) {
      throw new IOException("a pixel that is neither 0 nor 1");
    }
    return digit;
  }

  private int sample() throws IOException {
    if (kind < 4) {
      return number(largest);
    }
    int value = bytes[at++] & 0xFF;
    return Math.min(largest, largest > 255 ? (value << 8) | (bytes[at++] & 0xFF) : value);
  }

  private byte spread(int value) {
    return (byte) ((value * 255 + largest / 2) / largest);
  }

  private int number(int most) throws IOException {
    skipBlanks();
    int start = at;
    long value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && value <= most) {
      value = 10 * value + bytes[at++] - '0';
    }
    if (at == start || value > most) {
      throw new IOException("no number from 0 to " + most + " where one must be");
    }
    return (int) value;
  }

  private void skipBlanks() {
    while (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r') || bytes[at] == '#') {
      boolean comment = bytes[at] == '#';
      at++;
      while (comment && bytes[at] != '\n' && bytes[at] != '\r') {
        at++;
      }
    }
  }
}
