package kindred.train;

import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.torch.Learner;

/**
 * What a training is made of besides its networks and may change from epoch to epoch, such as the
 * positives. Called on the training's thread.
 */
public interface BetweenEpochs {
  /** A training of which only the networks change. */
  BetweenEpochs NOTHING =
      new BetweenEpochs() {
        @Override
        public boolean before(int epoch, Learner learner) {
          return true;
        }

        @Override
        public Map<String, Double> measures() {
          return Map.of();
        }

        @Override
        public Map<String, NamedArray> save() {
          return Map.of();
        }

        @Override
        public void restore(Map<String, NamedArray> saved) {}
      };

  /**
   * Called before the first batch of an epoch, and again if a training is resumed there. What it
   * does may depend on the epoch, the learner's tensors and its own state only.
   *
   * @param epoch counted from 0
   * @return false if it was stopped before it was through
   */
  boolean before(int epoch, Learner learner);

  /** Numbers about the epoch that ended, by name; NaN for what cannot be measured. */
  Map<String, Double> measures();

  /** Its state for a checkpoint; names differ from those of tensors. */
  Map<String, NamedArray> save();

  /**
   * Puts a state back.
   *
   * @param saved may lack its own part and hold others
   * @throws BadInput if the state does not fit; nothing is changed then
   */
  void restore(Map<String, NamedArray> saved);
}
