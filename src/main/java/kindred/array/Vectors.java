package kindred.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;

/**
 * Vectors in a file.
 *
 * @param values count×dimension, all finite
 * @param keys which images the rows stand for, if the file says so
 */
public record Vectors(float[] values, int count, int dimension, RowKeys keys) {
  /** Names of the matrix of vectors, in files that name what they hold. */
  static final List<String> NAMES = List.of("vectors", "embeddings");

  /** Name of the image numbers beside it. */
  static final String IMAGES = "images";

  /**
   * Reads {@code .npz} (an array named vectors or embeddings, or its only matrix; an array named
   * images numbers the rows), {@code .npy}, {@code .csv} or {@code .pkl}.
   *
   * @throws BadInput if the file is missing, of another kind, no matrix, or holds NaN or infinity
   */
  public static Vectors read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("there is no file " + file);
    }
    return switch (VectorFormat.of(file)) {
      case NPZ -> ofArrays(file, Npz.read(file));
      case NPY -> of(file, Npy.decode(bytes(file), file.toString()), RowKeys.NONE);
      case CSV -> CsvVectors.read(file);
      case PKL -> PickleVectors.of(file, SafeUnpickler.read(bytes(file), file.toString()));
    };
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces a file, in the format of its suffix. All but {@code .npy} hold the image numbers too.
   *
   * @throws BadInput if the suffix is none of those that are read
   */
  public void write(Path file) {
    NamedArray matrix = NamedArray.floats(values, count, dimension);
    switch (VectorFormat.of(file)) {
      case NPZ -> {
        int[] numbers = IntStream.range(0, count).map(this::imageOf).toArray();
        Npz.write(file, Map.of(NAMES.get(0), matrix, IMAGES, NamedArray.ints(numbers, count)));
      }
      case NPY -> AtomicFile.writeBytes(file, Npy.encode(matrix));
      case CSV -> CsvVectors.write(file, this);
      case PKL -> PickleWriter.write(file, this);
    }
  }

  /** The image that a row stands for: its number, or the row itself if the file does not say. */
  public int imageOf(int row) {
    return keys.numbers() == null ? row : keys.numbers()[row];
  }

  private static Vectors ofArrays(Path file, Map<String, NamedArray> arrays) {
    NamedArray matrix = matrix(file, arrays);
    NamedArray images = arrays.get(IMAGES);
    boolean numbered =
        images != null && matrix.shape().length > 0 && images.size() == matrix.shape()[0];
    return of(file, matrix, numbered ? RowKeys.of(images.toInts()) : RowKeys.NONE);
  }

  private static NamedArray matrix(Path file, Map<String, NamedArray> arrays) {
    for (String name : NAMES) {
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

  static Vectors of(Path file, NamedArray array, RowKeys keys) {
    if (array.shape().length != 2 || array.size() == 0) {
      throw new BadInput(
          file
              + " has shape "
              + java.util.Arrays.toString(array.shape())
              + "; vectors are a matrix with a row for each image");
    }
    Vectors vectors =
        new Vectors(array.toFloats(), (int) array.shape()[0], (int) array.shape()[1], keys);
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
