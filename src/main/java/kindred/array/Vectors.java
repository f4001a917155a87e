package kindred.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import kindred.experiment.BadInput;

/**
 * Vectors from a file.
 *
 * @param values count×dimension, all finite
 */
public record Vectors(float[] values, int count, int dimension) {
  /**
   * Reads {@code .npz} (an array named vectors or embeddings, or its only matrix), {@code .npy} or
   * {@code .csv}.
   *
   * @throws BadInput if the file is missing, of another kind, no matrix, or holds NaN or infinity
   */
  public static Vectors read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("there is no file " + file);
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CsvVectors.read(file);
    } else if (name.endsWith(".npz")) {
      return of(file, matrix(file, Npz.read(file)));
    } else if (name.endsWith(".npy")) {
      try {
        return of(file, Npy.decode(Files.readAllBytes(file), file.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new BadInput(file + ": vectors are read from .npz, .npy and .csv files");
  }

  private static NamedArray matrix(Path file, Map<String, NamedArray> arrays) {
    for (String name : new String[] {"vectors", "embeddings"}) {
      if (arrays.containsKey(name)) {
        return arrays.get(name);
      }
    }
    var matrices = arrays.values().stream().filter(array -> array.shape().length == 2).toList();
    if (matrices.size() != 1) {
      throw new BadInput(
          file + " has no array named 'vectors'; it holds " + String.join(", ", arrays.keySet()));
    }
    return matrices.get(0);
  }

  private static Vectors of(Path file, NamedArray array) {
    if (array.shape().length != 2 || array.size() == 0) {
      throw new BadInput(
          file
              + " has shape "
              + java.util.Arrays.toString(array.shape())
              + "; vectors are a matrix with a row for each image");
    }
    Vectors vectors = new Vectors(array.toFloats(), (int) array.shape()[0], (int) array.shape()[1]);
    vectors.requireFinite(file);
    return vectors;
  }

  void requireFinite(Path file) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new BadInput(
            file
                + ": row "
                + (i / dimension + 1)
                + ", column "
                + (i % dimension + 1)
                + " is "
                + values[i]
                + "; distances to it mean nothing. Repair or remove that row");
      }
    }
  }
}
