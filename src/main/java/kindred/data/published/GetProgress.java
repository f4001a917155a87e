package kindred.data.published;

/**
 * How far the way from an address to a data set is.
 *
 * @param total of the step; bytes, or images of an import
 * @param perSecond bytes or images a second; 0 if not known yet
 * @param secondsLeft of the step; null if not known yet
 */
public record GetProgress(Step step, long done, long total, double perSecond, Double secondsLeft) {
  /** What is done one after another. */
  public enum Step {
    DOWNLOADING,
    CHECKING,
    UNPACKING,
    IMPORTING;

    /** Whether it counts images and not bytes. */
    public boolean countsImages() {
      return this == IMPORTING;
    }
  }
}
