package kindred.data;

import kindred.experiment.BadInput;

/**
 * Chooses which image a view is made from. Called by several threads at once. Its draws are a
 * stream of their own, so a choice never changes the augmentation that follows.
 */
@FunctionalInterface
public interface ViewSource {
  /**
   * The image to make the view from.
   *
   * @param image the number of the image the view stands for
   * @param draws this image's and this view's own stream
   */
  int imageFor(int image, Draws draws);

  /** Every view is made from its own image. */
  static ViewSource itself() {
    return (image, draws) -> image;
  }

  /**
   * With a probability one of the image's neighbors, each as likely as the others; else the image
   * itself, as for an image without neighbors. The choice takes two draws.
   *
   * @param neighborsOf image numbers for each image; not changed while an epoch is open
   * @throws BadInput if the probability is not in [0, 1]
   */
  static ViewSource neighbors(int[][] neighborsOf, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new BadInput(
          "the probability of a neighbor is " + probability + "; choose a value from 0 to 1");
    }
    return (image, draws) -> {
      boolean wanted = draws.bernoulli(probability);
      double share = draws.nextDouble();
      int[] neighbors = neighborsOf[image];
      return wanted && neighbors.length > 0 ? neighbors[(int) (share * neighbors.length)] : image;
    };
  }
}
