package kindred.run;

import java.nio.file.Path;
import kindred.experiment.BadInput;

/**
 * An image to be embedded: one of the run's data set by its number, or a file.
 *
 * @param number or null
 * @param file its absolute path, or null
 */
public record LiveImage(Integer number, String file) {
  public LiveImage {
    if ((number == null) == (file == null)) {
      throw new BadInput("an image is named by its number or by its file");
    }
  }

  /** An image of the run's data set. */
  public static LiveImage of(int number) {
    return new LiveImage(number, null);
  }

  /** An image file. */
  public static LiveImage of(Path file) {
    return new LiveImage(null, file.toAbsolutePath().toString());
  }
}
