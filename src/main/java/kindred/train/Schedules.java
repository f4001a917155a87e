package kindred.train;

import kindred.experiment.EmaSchedule;
import kindred.experiment.SchedulePlan;
import kindred.experiment.TrainingPlan;
import kindred.torch.Rates;

/**
 * Learning rate and moving average of every step. They depend on the step's number alone, so that a
 * resumed training goes on with the rates it would have had.
 */
final class Schedules {
  private final TrainingPlan plan;
  private final int stepsPerEpoch;
  private final long warmup; // steps
  private final long steps;

  Schedules(TrainingPlan plan, int stepsPerEpoch) {
    this.plan = plan;
    this.stepsPerEpoch = stepsPerEpoch;
    this.steps = (long) stepsPerEpoch * plan.epochs();
    this.warmup = Math.round(plan.schedule().warmup() * stepsPerEpoch);
  }

  /** Steps of the whole training. */
  long steps() {
    return steps;
  }

  /**
   * The rates of one step.
   *
   * @param step counted from 0
   */
  Rates at(long step) {
    return new Rates(plan.learningRate() * rise(step) * course(step), averageDecay(step));
  }

  /** Linear to 1 at the warm-up's last step; never 0, which would waste the first step. */
  private double rise(long step) {
    return step < warmup ? (step + 1.0) / warmup : 1;
  }

  private double course(long step) {
    SchedulePlan schedule = plan.schedule();
    return switch (schedule.kind()) {
      case CONSTANT -> 1;
      case COSINE -> step < warmup ? 1 : halfCosine(step - warmup, steps - warmup);
      case STEP -> {
        long falls = step / stepsPerEpoch / schedule.stepEvery();
        yield Math.pow(schedule.stepFactor(), (double) falls);
      }
    };
  }

  private double averageDecay(long step) {
    return plan.emaSchedule() == EmaSchedule.CONSTANT
        ? plan.ema()
        : 1 - (1 - plan.ema()) * halfCosine(step, steps);
  }

  /** (cos(πk/K) + 1)/2: 1 at k = 0, falling to 0 at k = K. */
  private static double halfCosine(long k, long of) {
    return (Math.cos(Math.PI * k / of) + 1) / 2;
  }
}
