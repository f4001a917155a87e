package kindred.data;

/**
 * One of the views that are made of every image of a batch.
 *
 * @param augmentation how it is distorted; {@link Augmentation#none} for the plain image
 * @param source which image it is made from
 * @param ofAnother how it is distorted if the source chose another image than the view stands for
 */
public record View(Augmentation augmentation, ViewSource source, Augmentation ofAnother) {
  /** A view that is distorted in the same way whichever image it is made from. */
  public View(Augmentation augmentation, ViewSource source) {
    this(augmentation, source, augmentation);
  }

  /** An augmented view of the image itself. */
  public static View of(Augmentation augmentation) {
    return new View(augmentation, ViewSource.itself());
  }

  /** The image as it is, centered and padded with zeros to the view's size. */
  public static View plain() {
    return of(Augmentation.none());
  }

  /** Whether an image may be taken as it is, so that it must fit. */
  boolean maybePlain() {
    return augmentation.changesNothing() || ofAnother.changesNothing();
  }

  /**
   * The image that the view is made from: always the same for the same arguments.
   *
   * @param draws any; put at the start of the stream that decides it
   * @param epoch counted from 0
   * @param number of this view among those of a batch, from 0
   */
  public int imageFor(int image, Draws draws, long seed, int epoch, int number) {
    draws.startStream(seed, epoch, image, 2L * number + 1);
    return source.imageFor(image, draws);
  }
}
