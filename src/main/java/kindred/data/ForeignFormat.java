package kindred.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Formats that cannot be read but can be named, so that a user knows what to convert. */
enum ForeignFormat {
  WEBP("WebP", 8, "57454250"),
  AVIF("AVIF", 4, "6674797061766966", "6674797061766973"),
  HEIC("HEIC", 4, "6674797068656963", "6674797068656978", "667479706D696631", "667479706D736631"),
  VIDEO("MP4 or QuickTime video", 4, "66747970"),
  JPEG_XL("JPEG XL", 0, "FF0A", "0000000C4A584C20"),
  JPEG_2000("JPEG 2000", 0, "0000000C6A502020", "FF4FFF51"),
  PSD("PSD", 0, "38425053"),
  BIG_TIFF("BigTIFF", 0, "49492B00", "4D4D002B"),
  EXR("OpenEXR", 0, "762F3101"),
  RADIANCE("Radiance HDR", 0, "233F52414449414E4345"),
  PAM("PAM", 0, "50370A"),
  PFM("PFM", 0, "50460A", "50660A"),
  CURSOR("a cursor (CUR)", 0, "00000200"),
  ICNS("ICNS", 0, "69636E73"),
  DDS("DDS", 0, "444453207C"),
  QOI("QOI", 0, "716F6966"),
  XPM("XPM", 0, "2F2A2058504D"),
  PDF("PDF", 0, "25504446"),
  POSTSCRIPT("PostScript", 0, "25215053", "C5D0D3C6"),
  DICOM("DICOM", 128, "4449434D"),
  FITS("FITS", 0, "53494D504C4520"),
  SVG("SVG", 0, "3C737667");

  private static final List<String> NAMES =
      List.of("webp", "avif", "heic", "heif", "jxl", "jp2", "psd", "svg", "exr", "tga", "pdf");

  private final String spoken;
  private final int at;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction
  private final Magic magic;

  ForeignFormat(String spoken, int at, String... magics) {
    this.spoken = spoken;
    this.at = at;
    this.magic = new Magic(magics);
  }

  /** What a person calls the format of a file, if it is one of these. */
  static Optional<String> of(byte[] encoded) {
    if (svgBehindItsDeclaration(encoded)) {
      return Optional.of(SVG.spoken);
    }
    return Arrays.stream(values())
        .filter(format -> format.magic.begins(encoded, format.at))
        .map(format -> format.spoken)
        .findFirst();
  }

  private static boolean svgBehindItsDeclaration(byte[] encoded) {
    String start =
        new String(encoded, 0, Math.min(encoded.length, 1000), StandardCharsets.ISO_8859_1);
    return start.contains("<?xml") && start.contains("<svg");
  }

  /** Whether a file's ending promises such a format. */
  static boolean calledSo(String extension) {
    return NAMES.contains(extension);
  }
}
