package kindred.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.experiment.TrainingPlan;
import kindred.torch.Learner;
import kindred.torch.Rates;
import kindred.train.EpochCheck.Finding;
import kindred.train.TrainingObserver.EpochReport;
import kindred.train.TrainingObserver.StepReport;

/**
 * The loop: batches in, steps taken, a check and a checkpoint after every epoch, a checkpoint at a
 * stop. Used by the thread that opened the engine.
 */
public final class Trainer {
  /** So many suspect epochs in a row end a training. One may be a passing dip. */
  private static final int SUSPECT_EPOCHS = 2;

  private final Learner learner;
  private final Batches batches;
  private final TrainingPlan plan;
  private final BetweenEpochs between;
  private final Schedules schedules;
  private final Checkpoints checkpoints;
  private final EpochCheck check;
  private final TrainingObserver observer;
  private final BooleanSupplier stop;

  /**
   * Prepares a training.
   *
   * @param between told before every epoch and asked for measures after it
   * @param check made after every epoch
   * @param stop asked after every batch; true ends the training there, saved
   */
  public Trainer(
      Learner learner,
      Batches batches,
      TrainingPlan plan,
      BetweenEpochs between,
      Checkpoints checkpoints,
      EpochCheck check,
      TrainingObserver observer,
      BooleanSupplier stop) {
    this.learner = learner;
    this.batches = batches;
    this.plan = plan;
    this.between = between;
    this.schedules = new Schedules(plan, batches.perEpoch());
    this.checkpoints = checkpoints;
    this.check = check;
    this.observer = observer;
    this.stop = stop;
  }

  /**
   * Trains to the last epoch or a stop.
   *
   * @param from where the learner is: what {@link Checkpoints#restore} gave
   * @return where it came to; fewer epochs than planned after a stop
   * @throws TrainingFailure if the loss or a weight is no longer a finite number, or {@value
   *     #SUSPECT_EPOCHS} epochs in a row ended with a suspicion. The checkpoints of before stay
   */
  public Progress train(Progress from) {
    Progress progress = from;
    while (progress.epoch() < plan.epochs()) {
      if (progress.batch() == 0 && !between.before(progress.epoch(), learner)) {
        break;
      }
      progress = epoch(progress);
      boolean stopped = progress.batch() > 0;
      save(progress);
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
          double[] terms = learner.step(used.pixels(), used.rows(), progress.step(), rates);
          progress = progress.afterBatch(finite(terms[0], progress));
          speed.add(used.count());
          report(progress, terms, rates, speed);
        }
        if (speed.apart(stop) && progress.batch() < batches.perEpoch()) {
          return progress;
        }
      }
    }
    return checked(progress.afterEpoch(), speed);
  }

  private Progress checked(Progress ended, Speed speed) {
    Finding finding = check.check(learner, ended);
    Progress progress = ended.afterCheck(finding.suspicion().isPresent());
    observer.epoch(
        new EpochReport(
            progress.step(),
            progress.epoch(),
            plan.epochs(),
            progress.lastLoss(),
            speed.overall(),
            measures(finding),
            finding.words()));
    if (progress.suspectEpochs() >= SUSPECT_EPOCHS) {
      throw failure(
          "the training has collapsed: for "
              + progress.suspectEpochs()
              + " epochs in a row "
              + finding.suspicion().orElseThrow(),
          progress.step(),
          "a smaller learning rate (--lr), a larger batch (--batch), or another seed (--seed)");
    }
    finding
        .suspicion()
        .ifPresent(why -> observer.note(why + "; a second such epoch ends the training"));
    return progress;
  }

  private Map<String, Double> measures(Finding finding) {
    Map<String, Double> measures = new LinkedHashMap<>(finding.measures());
    measures.putAll(between.measures());
    return measures;
  }

  private double finite(double loss, Progress progress) {
    if (!Double.isFinite(loss)) {
      throw failure("the loss became " + loss, progress.step() + 1, steadier());
    }
    return loss;
  }

  private void save(Progress progress) {
    try {
      checkpoints.save(learner, progress);
    } catch (Checkpoints.NotFinite e) {
      throw failure(e.getMessage(), progress.step(), steadier());
    }
  }

  private String steadier() {
    return "a smaller learning rate than --lr "
        + plan.learningRate()
        + ", or --precision fp32 if it was bf16";
  }

  private TrainingFailure failure(String reason, long step, String remedy) {
    return new TrainingFailure(
        reason
            + ", at step "
            + step
            + "; "
            + checkpoints
                .lastGood()
                .map(name -> "the last good checkpoint is " + name)
                .orElse("there is no good checkpoint yet")
            + "; try "
            + remedy);
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
            learner.terms(),
            rates.learningRate(),
            speed.recent(),
            secondsLeft));
  }
}
