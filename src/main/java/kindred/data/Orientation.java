package kindred.data;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as EXIF's tag 274 tells it: what to do with stored pixels to see them
 * upright.
 *
 * @param transposed whether rows are stored as columns
 * @param mirrored whether the stored columns run from right to left
 * @param upended whether the stored rows run from bottom to top
 */
record Orientation(boolean transposed, boolean mirrored, boolean upended) {
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  private static final int TAG = 274;
  private static final int SHORT = 3;
  private static final int APP1 = 0xE1;
  private static final int EXIF_CHUNK = 0x65584966; // eXIf
  private static final int PIXEL_CHUNK = 0x49444154; // IDAT
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /** By the tag's value; anything but 2 … 8 is upright. */
  static Orientation of(int value) {
    if (value < 2 || value > 8) {
      return UPRIGHT;
    }
    boolean transposed = value >= 5;
    return new Orientation(
        transposed,
        value == 2 || value == 3 || value == 7 || value == 8,
        value == 3 || value == 4 || value == 6 || value == 7);
  }

  /** As an encoded image tells; upright if it does not, or its EXIF is damaged. */
  static Orientation of(ImageFormat format, byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    try {
      return switch (format) {
        case JPEG -> ofJpeg(encoded);
        case PNG -> ofPng(bytes);
        case TIFF -> ofTiff(bytes);
        default -> UPRIGHT;
      };
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      return UPRIGHT; // the pixels may be whole all the same
    }
  }

  private static Orientation ofJpeg(byte[] jpeg) {
    int at = JpegSegments.find(jpeg, APP1, EXIF);
    if (at < 0) {
      return UPRIGHT;
    }
    int length = ByteBuffer.wrap(jpeg).getShort(at + 1) & 0xFFFF;
    return ofTiff(ByteBuffer.wrap(jpeg).slice(at + 3 + EXIF.length, length - 2 - EXIF.length));
  }

  private static Orientation ofPng(ByteBuffer png) {
    for (int at = 8; png.getInt(at + 4) != PIXEL_CHUNK; at += 12 + png.getInt(at)) {
      if (png.getInt(at + 4) == EXIF_CHUNK) {
        return ofTiff(png.slice(at + 8, png.getInt(at)));
      }
    }
    return UPRIGHT;
  }

  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + 12 * i;
      if (tiff.getShort(at) == TAG) {
        return tiff.getShort(at + 2) == SHORT ? of(tiff.getShort(at + 8)) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
