package kindred.data;

/** Chooses the image that a view is made from: the image itself, or one of its neighbors. */
@FunctionalInterface
public interface ViewSource {
  /**
   * Chooses. Called by several threads.
   *
   * @param image the one a batch holds
   * @param draws decided by seed, epoch and image; the augmentation has its own
   */
  int imageFor(int image, Draws draws);
}
