package kindred.neighbors;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;

/**
 * The images that may be drawn as an image's positive, each as likely as the others.
 *
 * @param of for each of the data set's N images, the others; empty for an image that is paired with
 *     itself or not trained on
 * @param train the images that are trained on, ascending
 */
public record PositivePairs(int[][] of, int[] train) {
  private static final String STARTS = "positives.starts";
  private static final String IMAGES = "positives.images";

  /** Every image is paired with itself. */
  public static PositivePairs none(int images, int[] train) {
    return new PositivePairs(new int[images][0], train);
  }

  /** Share of the training images that have a positive. */
  public double coverage() {
    return (double) (train.length - withoutPositive()) / train.length;
  }

  /** How many training images are paired with themselves. */
  public int withoutPositive() {
    return (int) Arrays.stream(train).filter(image -> of[image].length == 0).count();
  }

  /**
   * How often a drawn positive is of the image's own class: the expected share over all draws of an
   * epoch in which neither class is unknown.
   *
   * @param labels a class for each of the N images, negative if unknown
   * @return in [0, 1]; NaN if nothing is known
   */
  public double purity(int[] labels) {
    return Arrays.stream(train)
        .filter(image -> labels[image] >= 0)
        .mapToDouble(image -> Purity.sameClass(image, of[image], labels))
        .filter(share -> !Double.isNaN(share))
        .average()
        .orElse(Double.NaN);
  }

  /** As arrays: where in the images each image's others begin, N+1 places, and those images. */
  public Map<String, NamedArray> save() {
    int[] starts = new int[of.length + 1];
    for (int image = 0; image < of.length; image++) {
      starts[image + 1] = starts[image] + of[image].length;
    }
    int[] images = Arrays.stream(of).flatMapToInt(Arrays::stream).toArray();
    return Map.of(
        STARTS, NamedArray.ints(starts, starts.length),
        IMAGES, NamedArray.ints(images, images.length));
  }

  /**
   * What {@link #save} made.
   *
   * @param images N
   * @return null if there is none among the arrays
   * @throws BadInput if they are of another data set
   */
  public static PositivePairs saved(Map<String, NamedArray> arrays, int images, int[] train) {
    if (!arrays.containsKey(STARTS) || !arrays.containsKey(IMAGES)) {
      return null;
    }
    int[] starts = arrays.get(STARTS).toInts();
    int[] others = arrays.get(IMAGES).toInts();
    if (starts.length != images + 1
        || starts[images] != others.length
        || Arrays.stream(others).anyMatch(other -> other < 0 || other >= images)) {
      throw new BadInput("its positives are not those of " + images + " images");
    }
    int[][] of =
        IntStream.range(0, images)
            .mapToObj(image -> Arrays.copyOfRange(others, starts[image], starts[image + 1]))
            .toArray(int[][]::new);
    return new PositivePairs(of, train);
  }
}
