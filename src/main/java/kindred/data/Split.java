package kindred.data;

import java.util.Arrays;

/**
 * Which images of a data set are trained on and which are held out. Both come from one shuffled
 * order, so they cannot overlap, and the images held out with a small share are held out with a
 * larger one too. A data set whose source keeps test images apart holds out those, whatever the
 * share, so that no run ever trains on them.
 *
 * @param train ascending image numbers
 * @param heldOut ascending image numbers
 */
public record Split(int[] train, int[] heldOut) {
  /**
   * Splits a data set: by its own split if it keeps one, else by the share.
   *
   * @param holdout share held out, in [0, 1); without meaning if the data set keeps its split
   * @param seed of the order; of a kept split it chooses the training images that a limit leaves
   * @param limit at most so many training images; 0 for all
   */
  public static Split of(ImageSet set, double holdout, long seed, int limit) {
    return set.keepsSplit() ? kept(set, seed, limit) : of(set.count(), holdout, seed, limit);
  }

  private static Split kept(ImageSet set, long seed, int limit) {
    int[] order = Draws.permutation(set.count(), seed);
    int[] train = Arrays.stream(order).filter(image -> !set.test(image)).toArray();
    int[] heldOut = Arrays.stream(order).filter(set::test).toArray();
    int[] used = Arrays.copyOf(train, limited(train.length, limit));
    Arrays.sort(used);
    Arrays.sort(heldOut);
    return new Split(used, heldOut);
  }

  /**
   * Splits.
   *
   * @param images N
   * @param holdout share held out, in [0, 1)
   * @param limit at most so many training images; 0 for all
   */
  public static Split of(int images, double holdout, long seed, int limit) {
    int[] order = Draws.permutation(images, seed);
    int kept = kept(images, holdout);
    int used = limited(kept, limit);
    int[] train = Arrays.copyOfRange(order, 0, used);
    int[] heldOut = Arrays.copyOfRange(order, kept, images);
    Arrays.sort(train);
    Arrays.sort(heldOut);
    return new Split(train, heldOut);
  }

  private static int kept(int images, double holdout) {
    return images - (int) Math.round(images * holdout);
  }

  private static int limited(int train, int limit) {
    return limit == 0 ? train : Math.min(limit, train);
  }

  /** How many training images {@link #of(ImageSet, double, long, int)} gives. */
  public static int trainedOn(DatasetInfo info, double holdout, int limit) {
    int train = info.keepsSplit() ? info.count() - info.test() : kept(info.count(), holdout);
    return limited(train, limit);
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
