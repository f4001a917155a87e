package kindred.train;

import java.util.Map;

/**
 * What a training is made of besides its networks and may change from epoch to epoch, such as the
 * positives. Called on the training's thread.
 */
public interface BetweenEpochs {
  /** A training of which only the networks change. */
  BetweenEpochs NOTHING = Map::of;

  /** Numbers about the epoch that ended, by name; NaN for what cannot be measured. */
  Map<String, Double> measures();
}
