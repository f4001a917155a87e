package kindred.array;

import java.nio.file.Path;
import java.util.Locale;
import kindred.experiment.BadInput;

/** The kinds of files that hold vectors, told apart by their suffix. */
public enum VectorFormat {
  /** Numpy arrays by name. */
  NPZ,
  /** One numpy array. */
  NPY,
  /** Text, a line for each vector. */
  CSV,
  /** A Python pickle. */
  PKL;

  /**
   * The format of a file's name.
   *
   * @throws BadInput if its suffix is none of these
   */
  public static VectorFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (VectorFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    if (name.endsWith(".pickle")) {
      return PKL;
    }
    throw new BadInput(file + ": files of vectors end in .npz, .npy, .csv or .pkl");
  }
}
