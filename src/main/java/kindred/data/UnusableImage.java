package kindred.data;

/**
 * One image that cannot be used. The message is a reason without the image's name, so that equal
 * reasons can be counted.
 */
public final class UnusableImage extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableImage(String reason) {
    super(reason);
  }

  public UnusableImage(String reason, Throwable cause) {
    super(reason, cause);
  }
}
