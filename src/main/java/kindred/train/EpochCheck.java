package kindred.train;

import java.util.Map;
import java.util.Optional;
import kindred.torch.Learner;

/**
 * Looks at a training after every epoch, before that epoch's checkpoint. It must leave the learner
 * and every random stream as they are, so that a training computes the same bits with and without
 * it.
 */
@FunctionalInterface
public interface EpochCheck {
  /**
   * Measures.
   *
   * @param learner to read from, on the training's own thread
   * @param progress the epoch that just ended is complete in it
   */
  Finding check(Learner learner, Progress progress);

  /**
   * What was found.
   *
   * @param measures for the epoch's metrics, by their names there, all finite
   * @param words the same for a reader, or empty
   * @param suspicion why the training seems to have failed; two epochs in a row with one end it
   */
  record Finding(Map<String, Double> measures, String words, Optional<String> suspicion) {
    public static final Finding NOTHING = new Finding(Map.of(), "", Optional.empty());
  }

  /** Checks nothing. */
  static EpochCheck none() {
    return (learner, progress) -> Finding.NOTHING;
  }
}
