package kindred.experiment;

/**
 * Something a user asked for that cannot be done. The message is for that user: it names the thing,
 * the reason and the way out. Faces show the message alone, without a stack trace.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message);
  }

  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
