package kindred.gui.search;

import java.nio.file.Path;
import kindred.run.LiveImage;

/**
 * An image whose neighbors are wanted.
 *
 * @param name for a person
 * @param data the data set that it is an image of, or null for a file
 */
record Query(LiveImage image, String name, String data) {
  /** An image of a data set. */
  static Query of(String data, int number) {
    return new Query(LiveImage.of(number), "image " + number, data);
  }

  /** An image file. */
  static Query of(Path file) {
    return new Query(LiveImage.of(file), file.getFileName().toString(), null);
  }

  /** What was pasted, kept in a file. */
  static Query pasted(Path file) {
    return new Query(LiveImage.of(file), "pasted image", null);
  }

  /** Whether it can be looked for among the images of a data set. */
  boolean fits(String other) {
    return data == null || data.equals(other);
  }
}
