package kindred.data;

import java.util.Arrays;

/**
 * Which images of a data set are trained on and which are held out. Both come from one shuffled
 * order, so they cannot overlap, and the images held out with a small share are held out with a
 * larger one too.
 *
 * @param train ascending image numbers
 * @param heldOut ascending image numbers
 */
public record Split(int[] train, int[] heldOut) {
  /**
   * Splits.
   *
   * @param images N
   * @param holdout share held out, in [0, 1)
   * @param limit at most so many training images; 0 for all
   */
  public static Split of(int images, double holdout, long seed, int limit) {
    int[] order = Draws.permutation(images, seed);
    int kept = images - (int) Math.round(images * holdout);
    int used = limit == 0 ? kept : Math.min(limit, kept);
    int[] train = Arrays.copyOfRange(order, 0, used);
    int[] heldOut = Arrays.copyOfRange(order, kept, images);
    Arrays.sort(train);
    Arrays.sort(heldOut);
    return new Split(train, heldOut);
  }

  /** The training images and the held-out ones, ascending. */
  public int[] all() {
    int[] all = Arrays.copyOf(train, train.length + heldOut.length);
    System.arraycopy(heldOut, 0, all, train.length, heldOut.length);
    Arrays.sort(all);
    return all;
  }

  public boolean isHeldOut(int image) {
    return Arrays.binarySearch(heldOut, image) >= 0;
  }

  public boolean isTrainedOn(int image) {
    return Arrays.binarySearch(train, image) >= 0;
  }
}
