package kindred.data;

import java.util.List;
import java.util.Locale;

/** The encoded formats that can be read, known by their first bytes and not by a file's name. */
enum ImageFormat {
  JPEG(List.of("jpg", "jpeg", "jpe", "jfif"), 0xff, 0xd8, 0xff),
  PNG(List.of("png"), 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);

  private static final List<String> OTHERS =
      List.of("gif", "bmp", "tif", "tiff", "webp", "pnm", "ppm", "pgm", "pbm", "pcx", "ico");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> extensions;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction
  private final int[] magic;

  ImageFormat(List<String> extensions, int... magic) {
    this.extensions = extensions;
    this.magic = magic;
  }

  /**
   * The format of an encoded image.
   *
   * @throws UnusableImage if it is none of these, or the file's name promises another one: a name
   *     that lies may mean that the files were mixed up
   */
  static ImageFormat of(String name, byte[] encoded) throws UnusableImage {
    if (encoded.length == 0) {
      throw new UnusableImage("empty file");
    }
    for (ImageFormat format : values()) {
      if (format.begins(encoded)) {
        format.requireFittingName(name);
        return format;
      }
    }
    throw new UnusableImage("not a JPEG or PNG image");
  }

  private boolean begins(byte[] encoded) {
    if (encoded.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((encoded[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private void requireFittingName(String name) throws UnusableImage {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (extensions.contains(extension)) {
      return;
    }
    for (ImageFormat other : values()) {
      if (other.extensions.contains(extension)) {
        throw wronglyNamed(extension);
      }
    }
    if (OTHERS.contains(extension)) {
      throw wronglyNamed(extension);
    }
  }

  private UnusableImage wronglyNamed(String extension) {
    return new UnusableImage("wrongly named: a " + this + " image called ." + extension);
  }
}
