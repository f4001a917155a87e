package kindred.neighbors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.torch.Torch;

/**
 * Who is whose neighbor: for each of N images up to k others, nearest first. {@code neighbors.npz}.
 */
public final class NeighborGraph {
  /** Stands for no neighbor. */
  public static final int NONE = -1;

  private final int count;
  private final int k;
  private final int[] indices;
  private final float[] distances;
  private final Meta meta;

  /**
   * Where a graph comes from. Anything may be null in a file from elsewhere.
   *
   * @param prepare what was done to the vectors before the search
   * @param data name of the data set
   * @param fingerprint of the data set
   * @param source run or file whose vectors were searched
   */
  public record Meta(
      Metric metric, Prepare prepare, String data, String fingerprint, String source) {
    /** Nothing is known. */
    static final Meta UNKNOWN = new Meta(null, null, null, null, null);
  }

  private NeighborGraph(int count, int k, int[] indices, float[] distances, Meta meta) {
    this.count = count;
    this.k = k;
    this.indices = indices;
    this.distances = distances;
    this.meta = meta;
  }

  /**
   * Finds the neighbors of a data set's images among each other, as {@link NeighborSearch} does.
   *
   * @param vectors a row of the dimension for each image that is searched
   * @param rows the image of every row
   * @param count N; images that are not searched have no neighbors
   * @param meta says with which metric and preparation
   * @return null after a stop
   */
  public static NeighborGraph search(
      Torch torch,
      float[] vectors,
      int dimension,
      int[] rows,
      int count,
      int k,
      Meta meta,
      NeighborSearch.Watcher watcher,
      BooleanSupplier stop) {
    float[] prepared = Preparation.of(torch, vectors, dimension, meta.prepare());
    NeighborSearch.Result found =
        NeighborSearch.search(torch, prepared, dimension, k, meta.metric(), watcher, stop);
    return found == null ? null : of(found, rows, count, meta);
  }

  /**
   * A search's result as a graph of a data set's images.
   *
   * @param rows the image of every vector that was searched
   * @param count N; images that were not searched have no neighbors
   */
  public static NeighborGraph of(NeighborSearch.Result found, int[] rows, int count, Meta meta) {
    int k = found.k();
    int[] indices = new int[Math.multiplyExact(count, k)];
    float[] distances = new float[indices.length];
    Arrays.fill(indices, NONE);
    Arrays.fill(distances, Float.NaN);
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < k; i++) {
        indices[rows[row] * k + i] = rows[found.indices()[row * k + i]];
        distances[rows[row] * k + i] = found.distances()[row * k + i];
      }
    }
    return new NeighborGraph(count, k, indices, distances, meta);
  }

  /** Replaces the file. */
  public void write(Path file) {
    byte[] json = Json.line(meta).getBytes(StandardCharsets.UTF_8);
    Npz.write(
        file,
        Map.of(
            "indices", NamedArray.ints(indices, count, k),
            "distances", NamedArray.floats(distances, count, k),
            "meta", NamedArray.bytes(json, json.length)));
  }

  /**
   * Reads a file. One from elsewhere needs {@code indices} alone, N×k or N.
   *
   * @throws BadInput if it is missing, damaged, or no neighbor graph
   */
  public static NeighborGraph read(Path file) {
    Map<String, NamedArray> arrays = Npz.read(file);
    NamedArray found = arrays.get("indices");
    if (found == null
        || found.shape().length < 1
        || found.shape().length > 2
        || found.size() == 0) {
      throw new BadInput(
          file + " has no matrix named 'indices' with a row of neighbors for each image");
    }
    int count = (int) found.shape()[0];
    int k = found.shape().length == 1 ? 1 : (int) found.shape()[1];
    int[] indices = wholeNumbers(file, found);
    requireNeighbors(file, indices, count, k);
    float[] distances = new float[indices.length];
    Arrays.fill(distances, Float.NaN);
    NamedArray given = arrays.get("distances");
    if (given != null && given.size() == distances.length) {
      distances = given.toFloats();
    }
    NamedArray meta = arrays.get("meta");
    return new NeighborGraph(
        count,
        k,
        indices,
        distances,
        meta == null
            ? Meta.UNKNOWN
            : Json.read(
                new String(meta.toBytes(), StandardCharsets.UTF_8), Meta.class, file.toString()));
  }

  private static int[] wholeNumbers(Path file, NamedArray found) {
    try {
      return found.toInts();
    } catch (BadInput e) {
      throw new BadInput(file + ": indices: " + e.getMessage(), e);
    }
  }

  private static void requireNeighbors(Path file, int[] indices, int count, int k) {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < NONE || indices[i] >= count) {
        throw new BadInput(
            file
                + ": image "
                + (i / k)
                + " has neighbor "
                + indices[i]
                + ", but there are only images 0 to "
                + (count - 1));
      }
      if (indices[i] == i / k) {
        throw new BadInput(
            file + ": image " + (i / k) + " is its own neighbor; leave the image itself out");
      }
    }
  }

  /**
   * Refuses a graph of other images.
   *
   * @throws BadInput if the number of images or the fingerprint differs
   */
  public void requireFits(String fingerprint, String name, int images) {
    if (count != images) {
      throw new BadInput(
          "the neighbors are those of "
              + count
              + " images, but data set "
              + name
              + " has "
              + images
              + "; find neighbors in a latent space of "
              + name);
    }
    if (meta.fingerprint() != null && !meta.fingerprint().equals(fingerprint)) {
      throw new BadInput(
          "the neighbors belong to "
              + (meta.data() == null ? "another data set" : "data set " + meta.data())
              + " and not to "
              + name
              + ", whose images differ; find neighbors in a latent space of "
              + name);
    }
  }

  /** Who is whose neighbor as plain arrays, which are not to be changed. */
  public NeighborSearch.Result result() {
    return new NeighborSearch.Result(count, k, indices, distances);
  }

  /** N. */
  public int count() {
    return count;
  }

  /** Neighbors of an image, at most. */
  public int k() {
    return k;
  }

  public Meta meta() {
    return meta;
  }

  /**
   * A neighbor's image, or {@link #NONE}.
   *
   * @param rank 0 for the nearest
   */
  public int neighbor(int image, int rank) {
    return indices[image * k + rank];
  }

  /** The images of the first ranks, as many as there are. */
  int[] neighbors(int image, int ranks) {
    int from = image * k;
    return Arrays.stream(indices, from, from + Math.min(ranks, k))
        .filter(neighbor -> neighbor != NONE)
        .toArray();
  }

  /** A neighbor's distance; NaN if unknown. */
  public float distance(int image, int rank) {
    return distances[image * k + rank];
  }
}
