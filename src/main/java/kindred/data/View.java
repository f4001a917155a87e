package kindred.data;

/**
 * One of the pictures that a batch holds of every image.
 *
 * @param augmentation null for the image as it is, centered, with a black margin if it is smaller
 * @param source which image it is made from
 */
public record View(Augmentation augmentation, ViewSource source) {
  /** The image as it is. */
  public static View plain() {
    return of(null);
  }

  /** The image itself, augmented. */
  public static View of(Augmentation augmentation) {
    return new View(augmentation, (image, draws) -> image);
  }
}
