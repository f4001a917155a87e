package kindred.data;

/**
 * One of the views that are made of every image of a batch.
 *
 * @param augmentation how it is distorted; {@link Augmentation#none} for the plain image
 * @param source which image it is made from
 */
public record View(Augmentation augmentation, ViewSource source) {
  /** An augmented view of the image itself. */
  public static View of(Augmentation augmentation) {
    return new View(augmentation, ViewSource.itself());
  }

  /** The image as it is, centered and padded with zeros to the view's size. */
  public static View plain() {
    return of(Augmentation.none());
  }
}
