package kindred.train;

/** A training that cannot go on. The message says why and what to try; checkpoints stay. */
public final class TrainingFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrainingFailure(String message) {
    super(message);
  }
}
