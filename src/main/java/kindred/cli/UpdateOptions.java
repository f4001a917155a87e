package kindred.cli;

import kindred.experiment.EmaSchedule;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.SchedulePlan;
import picocli.CommandLine.Option;

/** The options of a training's steps: optimizer, schedules, moving average. */
final class UpdateOptions {
  @Option(names = "--optimizer", description = "${COMPLETION-CANDIDATES}. Default: adam")
  OptimizerPlan.Kind optimizer;

  @Option(
      names = "--weight-decay",
      description = "Default: 0 (adam, sgd), 0.01 (adamw), 1.5e-6 (lars)")
  Double weightDecay;

  @Option(names = "--momentum", description = "sgd and lars. Default: 0.9")
  Double momentum;

  @Option(names = "--nesterov", description = "sgd: look ahead along the momentum.")
  Boolean nesterov;

  @Option(names = "--beta1", description = "adam and adamw: of the mean gradient. Default: 0.9")
  Double beta1;

  @Option(names = "--beta2", description = "adam and adamw: of its square. Default: 0.999")
  Double beta2;

  @Option(
      names = "--trust",
      description = "lars: a weight's change, as a share of its norm. Default: 1e-3")
  Double trust;

  @Option(
      names = "--clip",
      paramLabel = "NORM",
      description = "Shorten gradients to this global norm. Default: 0, not at all")
  Double clip;

  @Option(
      names = "--schedule",
      description = "${COMPLETION-CANDIDATES}: course of the learning rate. Default: constant")
  SchedulePlan.Kind schedule;

  @Option(
      names = "--warmup",
      paramLabel = "EPOCHS",
      description = "The learning rate rises over so many epochs first. Default: 0")
  Double warmup;

  @Option(
      names = "--step-every",
      paramLabel = "EPOCHS",
      description = "schedule step: the rate falls after every so many epochs.")
  Integer stepEvery;

  @Option(
      names = "--step-factor",
      description = "schedule step: what it is multiplied with then. Default: 0.1")
  Double stepFactor;

  @Option(names = "--ema", description = "byol: decay of the moving average. Default: 0.99")
  Double ema;

  @Option(
      names = "--ema-schedule",
      description = "byol: ${COMPLETION-CANDIDATES}; cosine ends at 1. Default: constant")
  EmaSchedule emaSchedule;

  OptimizerPlan optimizer() {
    return new OptimizerPlan(optimizer, weightDecay, momentum, nesterov, beta1, beta2, trust, clip);
  }

  SchedulePlan schedule() {
    return new SchedulePlan(schedule, warmup, stepEvery, stepFactor);
  }
}
