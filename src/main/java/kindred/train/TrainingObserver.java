package kindred.train;

import java.util.List;
import java.util.Map;

/**
 * Is told what a training does, on the training's own thread. It gets values, never the trainer.
 */
public interface TrainingObserver {
  /** After every batch. */
  void step(StepReport report);

  /** After every epoch. */
  void epoch(EpochReport report);

  /** Something a user should know, in one sentence. */
  void note(String sentence);

  /**
   * One batch.
   *
   * @param step batches so far, this one included
   * @param steps batches of the whole training
   * @param epoch counted from 1
   * @param terms the objective's, the loss first
   * @param names of the terms
   * @param learningRate that this batch was trained with
   * @param imagesPerSecond over the last batches
   * @param secondsLeft of the whole training, at this speed
   */
  record StepReport(
      long step,
      long steps,
      int epoch,
      int epochs,
      double[] terms,
      List<String> names,
      double learningRate,
      double imagesPerSecond,
      double secondsLeft) {}

  /**
   * One epoch.
   *
   * @param epoch counted from 1
   * @param loss mean over its batches
   * @param imagesPerSecond over the part of it that ran without interruption
   * @param measures further numbers by name; NaN if there is nothing to measure
   * @param words the check's findings for a reader, or empty
   */
  record EpochReport(
      long step,
      int epoch,
      int epochs,
      double loss,
      double imagesPerSecond,
      Map<String, Double> measures,
      String words) {}
}
