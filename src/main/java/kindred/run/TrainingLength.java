package kindred.run;

import kindred.data.DatasetInfo;
import kindred.experiment.TrainingPlan;

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
    int count = data.count();
    long heldOut = data.keepsSplit() ? data.test() : Math.round(count * plan.holdout());
    long kept = count - heldOut;
    long images = plan.limit() == 0 ? kept : Math.min(plan.limit(), kept);
    long batch = Math.max(1, Math.min(images, plan.batch()));
    return new TrainingLength(images, images / batch * plan.epochs());
  }

  /** Whether what any of the methods learns from so few steps is next to nothing. */
  public boolean few() {
    return steps < FEW_STEPS;
  }
}
