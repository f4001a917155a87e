package kindred.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import kindred.data.ImageSet;
import kindred.data.PixelImage;

/** Images of a data set inside a page. */
final class Pictures {
  private final ImageSet images;
  private final Map<Integer, String> known = new HashMap<>();

  Pictures(ImageSet images) {
    this.images = images;
  }

  /**
   * Two images side by side.
   *
   * @param caption what there is to say of them
   */
  Html pair(int left, int right, String caption) {
    Html two = new Html().add(image(left)).add(image(right));
    return new Html()
        .around(
            "figure", new Html().around("div", two, "class", "two").element("figcaption", caption));
  }

  private Html image(int number) {
    String source =
        known.computeIfAbsent(number, n -> uri(PixelImage.png(PixelImage.of(images, n))));
    return new Html().empty("img", "src", source, "alt", name(number), "title", name(number));
  }

  private String name(int number) {
    String kind = kind(number);
    return "image " + number + (kind.isEmpty() ? "" : ", " + kind);
  }

  /** The class of an image; empty if unknown. */
  String kind(int number) {
    int label = images.label(number);
    return label < 0 ? "" : images.info().classes().get(label);
  }

  /** What is to be said of the classes of two images; empty if one is unknown. */
  String kinds(int left, int right) {
    String one = kind(left);
    String other = kind(right);
    if (one.isEmpty() || other.isEmpty()) {
      return "";
    }
    return one.equals(other) ? "= " + one : "≠ " + one + ", " + other;
  }

  /** A picture that is a file already. */
  static Html sheet(Path file, String caption) {
    try {
      Html picture =
          new Html()
              .element("figcaption", caption)
              .empty("img", "class", "sheet", "alt", caption, "src", uri(Files.readAllBytes(file)));
      return new Html().around("figure", picture);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + " cannot be read: " + e.getMessage(), e));
    }
  }

  private static String uri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
