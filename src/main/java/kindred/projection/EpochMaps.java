package kindred.projection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * Maps of the same images after several epochs of a training, each moved onto the one after it:
 * {@code map-METHOD-epochs.npz}. The arrays are not to be changed.
 *
 * @param epochs ascending, counted from 1
 * @param images the image of each place
 * @param coordinates for each epoch x and y of the first image, of the second, …
 * @param origin where they come from; what it says of faithfulness is about the last epoch
 */
public record EpochMaps(int[] epochs, int[] images, float[][] coordinates, ImageMap.Origin origin) {
  private static final String EPOCHS = "epochs";

  /** The map after the i-th of the epochs. */
  public ImageMap map(int i) {
    return new ImageMap(images, coordinates[i], origin);
  }

  /** Replaces the file, whole or not at all. */
  public void write(Path file) {
    int length = 2 * images.length;
    float[] all = new float[Math.multiplyExact(epochs.length, length)];
    for (int i = 0; i < epochs.length; i++) {
      System.arraycopy(coordinates[i], 0, all, i * length, length);
    }
    byte[] json = Json.line(origin).getBytes(StandardCharsets.UTF_8);
    Npz.write(
        file,
        Map.of(
            ImageMap.COORDINATES,
            NamedArray.floats(all, epochs.length, images.length, 2),
            ImageMap.IMAGES,
            NamedArray.ints(images, images.length),
            EPOCHS,
            NamedArray.ints(epochs, epochs.length),
            ImageMap.META,
            NamedArray.bytes(json, json.length)));
  }

  /**
   * Reads a file.
   *
   * @throws BadInput if it is missing, damaged, or holds no such maps
   */
  public static EpochMaps read(Path file) {
    Map<String, NamedArray> arrays = Npz.read(file);
    NamedArray epochs = arrays.get(EPOCHS);
    NamedArray images = arrays.get(ImageMap.IMAGES);
    NamedArray places = arrays.get(ImageMap.COORDINATES);
    if (epochs == null
        || images == null
        || places == null
        || places.size() != 2L * images.size() * epochs.size()
        || !places.isFinite()) {
      throw new BadInput(
          file + " holds no maps of a run's epochs; remove it and compute them again");
    }
    int length = 2 * images.size();
    float[] all = places.toFloats();
    float[][] coordinates = new float[epochs.size()][];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = Arrays.copyOfRange(all, i * length, (i + 1) * length);
    }
    return new EpochMaps(
        epochs.toInts(), images.toInts(), coordinates, ImageMap.origin(file, arrays));
  }
}
