package kindred.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The encoded formats that can be read, known by their first bytes and not by a file's name. */
enum ImageFormat {
  JPEG(List.of("jpg", "jpeg", "jpe", "jfif"), "FFD8FF"),
  PNG(List.of("png"), "89504E470D0A1A0A"),
  GIF(List.of("gif"), "474946383761", "474946383961"),
  BMP(List.of("bmp", "dib"), "424D"),
  TIFF(List.of("tif", "tiff"), "49492A00", "4D4D002A"),
  PNM(
      List.of("pnm", "ppm", "pgm", "pbm"),
      Magic.everyBlank("5031", "5032", "5033", "5034", "5035", "5036")),
  PCX(List.of("pcx"), "0A0001..", "0A0201..", "0A0301..", "0A0401..", "0A0501.."),
  ICO(List.of("ico"), "00000100");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> extensions;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction
  private final Magic magic;

  ImageFormat(List<String> extensions, String... magics) {
    this.extensions = extensions;
    this.magic = new Magic(magics);
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
      if (format.magic.begins(encoded, 0)) {
        format.requireFittingName(name);
        return format;
      }
    }
    Optional<String> foreign = ForeignFormat.of(encoded);
    throw new UnusableImage(
        foreign
            .map(known -> known + " is not supported; convert it to PNG or JPEG")
            .orElse("not an image in a known format"));
  }

  /** How names of files may end, without a dot. */
  static List<String> extensions() {
    return Arrays.stream(values()).flatMap(format -> format.extensions.stream()).toList();
  }

  /** Whether a name ends as that of an image does. */
  static boolean calledSo(String name) {
    String extension = extension(name);
    return name.contains(".")
        && (extensions().contains(extension) || ForeignFormat.calledSo(extension));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private void requireFittingName(String name) throws UnusableImage {
    String extension = extension(name);
    if (extensions.contains(extension)) {
      return;
    }
    boolean lies = ForeignFormat.calledSo(extension);
    for (ImageFormat other : values()) {
      lies |= other.extensions.contains(extension);
    }
    if (lies) {
      throw new UnusableImage("wrongly named: a " + this + " image called ." + extension);
    }
  }
}
