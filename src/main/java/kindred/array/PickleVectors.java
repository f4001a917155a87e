package kindred.array;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kindred.experiment.BadInput;

/**
 * Reads vectors from a Python pickle: a matrix, a list of vectors, or a dict of vectors by image
 * number or by source. A vector is a numpy array, a list or a tuple of numbers. A dict may instead
 * hold them under {@code vectors} or {@code embeddings}.
 */
final class PickleVectors {
  private PickleVectors() {}

  /**
   * The vectors of a pickle.
   *
   * @param object as {@link SafeUnpickler} made it
   */
  static Vectors of(Path file, Object object) {
    if (object instanceof NumpyParts.Ndarray matrix) {
      return Vectors.of(file, matrix.array(), RowKeys.NONE);
    } else if (object instanceof Map<?, ?> dict) {
      for (String name : Vectors.NAMES) {
        if (dict.get(name) != null) {
          return of(file, dict.get(name));
        }
      }
      return rows(file, dict.values(), keys(file, dict.keySet()));
    } else if (object instanceof List<?> list) {
      return rows(file, list, RowKeys.NONE);
    } else if (object instanceof Object[] tuple) {
      return rows(file, Arrays.asList(tuple), RowKeys.NONE);
    }
    throw new BadInput(
        file + " holds " + kind(object) + "; vectors are a matrix, a list or a dict of vectors");
  }

  private static RowKeys keys(Path file, Collection<?> keys) {
    if (keys.stream().allMatch(String.class::isInstance)) {
      return RowKeys.of(keys.stream().map(String.class::cast).toList());
    }
    int[] numbers = new int[keys.size()];
    int row = 0;
    for (Object key : keys) {
      if (!(key instanceof Integer || key instanceof Long)
          || ((Number) key).longValue() != ((Number) key).intValue()) {
        throw new BadInput(
            file
                + " has the key "
                + key
                + "; keys are the images' numbers, or their sources as strings, and of one kind");
      }
      numbers[row++] = ((Number) key).intValue();
    }
    return RowKeys.of(numbers);
  }

  private static Vectors rows(Path file, Collection<?> objects, RowKeys keys) {
    List<float[]> rows = new ArrayList<>();
    for (Object object : objects) {
      float[] row = row(file, rows.size() + 1, object);
      int dimension = rows.isEmpty() ? row.length : rows.get(0).length;
      if (row.length != dimension || dimension == 0) {
        throw new BadInput(
            file
                + ": vector "
                + (rows.size() + 1)
                + " has "
                + row.length
                + " numbers"
                + (dimension == 0 ? "" : " instead of " + dimension));
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new BadInput(file + " holds no vectors");
    }
    int dimension = rows.get(0).length;
    int elements = (int) NamedArray.elements(new long[] {rows.size(), dimension});
    float[] values = new float[elements];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, values, i * dimension, dimension);
    }
    Vectors vectors = new Vectors(values, rows.size(), dimension, keys);
    vectors.requireFinite(file);
    return vectors;
  }

  private static float[] row(Path file, int number, Object object) {
    if (object instanceof NumpyParts.Ndarray array && array.array().shape().length > 0) {
      return array.array().toFloats();
    }
    List<?> numbers =
        object instanceof List<?> list
            ? list
            : object instanceof Object[] tuple ? Arrays.asList(tuple) : null;
    if (numbers == null) {
      throw new BadInput(
          file + ": vector " + number + " is " + kind(object) + " instead of a list of numbers");
    }
    float[] row = new float[numbers.size()];
    for (int i = 0; i < row.length; i++) {
      if (!(numbers.get(i) instanceof Number value)) {
        throw new BadInput(
            file
                + ": vector "
                + number
                + " holds "
                + kind(numbers.get(i))
                + ", which is no number");
      }
      row[i] = value.floatValue();
    }
    return row;
  }

  private static String kind(Object object) {
    if (object == null) {
      return "None";
    } else if (object instanceof Number) {
      return "the number " + object;
    } else if (object instanceof String) {
      return "a string";
    } else if (object instanceof Boolean) {
      return "a truth value";
    } else if (object instanceof Map) {
      return "a dict";
    } else if (object instanceof byte[]) {
      return "bytes";
    }
    return "a list";
  }
}
