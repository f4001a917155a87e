package kindred.run;

import kindred.data.DatasetInfo;
import kindred.data.Split;
import kindred.experiment.TrainingPlan;
import kindred.metrics.NumberWords;

/**
 * How much a training will see.
 *
 * @param images of each epoch
 * @param steps of all epochs; images that fill no batch are left out
 */
public record TrainingLength(long images, long steps) {
  private static final long FEW_STEPS = 200;

  /** What a plan means for a data set. */
  public static TrainingLength of(TrainingPlan plan, DatasetInfo data) {
    long images = Split.trainedOn(data, plan.holdout(), plan.limit());
    long batch = Math.max(1, Math.min(images, plan.batch()));
    return new TrainingLength(images, images / batch * plan.epochs());
  }

  /** Whether what any of the methods learns from so few steps is next to nothing. */
  public boolean few() {
    return steps < FEW_STEPS;
  }

  /** The steps, and what to do if they are few. */
  public String inWords() {
    return NumberWords.count(steps, "step", "steps")
        + " in all"
        + (few() ? ": few to learn from, more epochs or a smaller batch would help" : "");
  }
}
