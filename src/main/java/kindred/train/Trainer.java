package kindred.train;

import java.util.function.BooleanSupplier;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.experiment.TrainingPlan;
import kindred.torch.Learner;
import kindred.torch.Rates;
import kindred.train.TrainingObserver.EpochReport;
import kindred.train.TrainingObserver.StepReport;

/**
 * The loop: batches in, steps taken, a checkpoint after every epoch and at a stop. Used by the
 * thread that opened the engine.
 */
public final class Trainer {
  private final Learner learner;
  private final Batches batches;
  private final TrainingPlan plan;
  private final BetweenEpochs between;
  private final Schedules schedules;
  private final Checkpoints checkpoints;
  private final TrainingObserver observer;
  private final BooleanSupplier stop;

  /**
   * Prepares a training.
   *
   * @param between told before every epoch and asked for measures after it
   * @param stop asked after every batch; true ends the training there, saved
   */
  public Trainer(
      Learner learner,
      Batches batches,
      TrainingPlan plan,
      BetweenEpochs between,
      Checkpoints checkpoints,
      TrainingObserver observer,
      BooleanSupplier stop) {
    this.learner = learner;
    this.batches = batches;
    this.plan = plan;
    this.between = between;
    this.schedules = new Schedules(plan, batches.perEpoch());
    this.checkpoints = checkpoints;
    this.observer = observer;
    this.stop = stop;
  }

  /**
   * Trains to the last epoch or a stop.
   *
   * @param from where the learner is: what {@link Checkpoints#restore} gave
   * @return where it came to; fewer epochs than planned after a stop
   * @throws TrainingFailure if the loss is no longer a number
   */
  public Progress train(Progress from) {
    Progress progress = from;
    while (progress.epoch() < plan.epochs()) {
      progress = epoch(progress);
      boolean stopped = progress.batch() > 0;
      checkpoints.save(learner, progress);
      if (stopped || (progress.epoch() < plan.epochs() && stop.getAsBoolean())) {
        break;
      }
    }
    return progress;
  }

  /** Ends with batch 0 of the next epoch, or in mid-epoch after a stop. */
  private Progress epoch(Progress from) {
    Progress progress = from;
    Speed speed = new Speed();
    try (Epoch epoch = batches.epoch(from.epoch(), from.batch())) {
      for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
        try (Batch used = batch) {
          Rates rates = schedules.at(progress.step());
          double[] terms = learner.step(used.pixels(), used.count(), rates);
          progress = progress.afterBatch(finite(terms[0], progress));
          speed.add(used.count());
          report(progress, terms, rates, speed);
        }
        if (stop.getAsBoolean() && progress.batch() < batches.perEpoch()) {
          return progress;
        }
      }
    }
    progress = progress.afterEpoch();
    observer.epoch(
        new EpochReport(
            progress.step(),
            progress.epoch(),
            plan.epochs(),
            progress.lastLoss(),
            speed.overall(),
            between.measures()));
    return progress;
  }

  private double finite(double loss, Progress progress) {
    if (!Double.isFinite(loss)) {
      throw new TrainingFailure(
          "the loss became "
              + loss
              + " at step "
              + (progress.step() + 1)
              + "; try a smaller learning rate than "
              + plan.learningRate());
    }
    return loss;
  }

  private void report(Progress progress, double[] terms, Rates rates, Speed speed) {
    long steps = schedules.steps();
    double secondsLeft = (steps - progress.step()) * speed.secondsPerBatch();
    observer.step(
        new StepReport(
            progress.step(),
            steps,
            progress.epoch() + 1,
            plan.epochs(),
            terms,
            rates.learningRate(),
            speed.recent(),
            secondsLeft));
  }
}
