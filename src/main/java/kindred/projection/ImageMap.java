package kindred.projection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.MapPlan;

/**
 * Where images lie on a two-dimensional map: {@code map-METHOD.npz}. The arrays are not to be
 * changed.
 *
 * @param images the image of each place; without a data set, the row of the file of vectors
 * @param coordinates x and y of the first image, of the second, … ; finite
 * @param origin where they come from
 */
public record ImageMap(int[] images, float[] coordinates, Origin origin) {
  static final String IMAGES = "images";
  static final String COORDINATES = "coordinates";
  static final String META = "meta";

  /**
   * What a map was made of, and how faithful it is. Anything may be null but the plan.
   *
   * @param plan nothing in it is left open
   * @param source run or file whose vectors were laid out
   * @param data name of the data set
   * @param fingerprint of the data set
   * @param checksum of the vectors and their images, in hexadecimal
   * @param kindred the program's version
   * @param explained pca: the share of the variance that lies along x, and along y
   * @param trust trustworthiness with k = 15 (Venna and Kaski 2001), from 0 to 1: whether images
   *     that are near on the map are near in truth
   * @param divergence tsne: the Kullback-Leibler divergence that is left, in nats
   * @param seconds that the layout took, without the search for neighbors
   */
  public record Origin(
      MapPlan plan,
      String source,
      String data,
      String fingerprint,
      String checksum,
      String kindred,
      List<Double> explained,
      Double trust,
      Double divergence,
      Double seconds) {}

  /**
   * Checks that every image has a place.
   *
   * @throws BadInput if not
   */
  public ImageMap {
    if (coordinates.length != 2 * images.length) {
      throw new BadInput(
          "a map of " + images.length + " images has " + coordinates.length + " coordinates");
    }
  }

  /** How many images lie on it. */
  public int count() {
    return images.length;
  }

  /** The i-th image's place from left to right. */
  public float x(int i) {
    return coordinates[2 * i];
  }

  /** The i-th image's place from bottom to top. */
  public float y(int i) {
    return coordinates[2 * i + 1];
  }

  /** Replaces the file, whole or not at all. */
  public void write(Path file) {
    write(file, null);
  }

  /**
   * The same with further numbers for other programs to read.
   *
   * @param clusters the group of each image, or null
   */
  public void write(Path file, int[] clusters) {
    byte[] json = Json.line(origin).getBytes(StandardCharsets.UTF_8);
    Map<String, NamedArray> arrays = new TreeMap<>();
    arrays.put(COORDINATES, NamedArray.floats(coordinates, count(), 2));
    arrays.put(IMAGES, NamedArray.ints(images, count()));
    arrays.put(META, NamedArray.bytes(json, json.length));
    if (clusters != null) {
      arrays.put("clusters", NamedArray.ints(clusters, count()));
    }
    Npz.write(file, arrays);
  }

  /**
   * Reads a file.
   *
   * @throws BadInput if it is missing, damaged, or no map
   */
  public static ImageMap read(Path file) {
    Map<String, NamedArray> arrays = Npz.read(file);
    NamedArray coordinates = arrays.get(COORDINATES);
    NamedArray images = arrays.get(IMAGES);
    if (coordinates == null
        || images == null
        || coordinates.size() != 2 * images.size()
        || !coordinates.isFinite()) {
      throw new BadInput(file + " is no map of images; remove it and compute the map again");
    }
    return new ImageMap(images.toInts(), coordinates.toFloats(), origin(file, arrays));
  }

  static Origin origin(Path file, Map<String, NamedArray> arrays) {
    NamedArray meta = arrays.get(META);
    if (meta == null) {
      throw new BadInput(file + " does not say how it was made; remove it and compute it again");
    }
    String json = new String(meta.toBytes(), StandardCharsets.UTF_8);
    return Json.read(json, Origin.class, file.toString());
  }
}
