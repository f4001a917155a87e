package kindred.neighbors;

import java.util.Arrays;

/**
 * The images that may be drawn as an image's positive, each as likely as the others.
 *
 * @param of for each of the data set's N images, the others; empty for an image that is paired with
 *     itself or not trained on
 * @param train the images that are trained on, ascending
 */
public record PositivePairs(int[][] of, int[] train) {
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
}
