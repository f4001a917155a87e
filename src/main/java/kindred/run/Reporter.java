package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.train.TrainingObserver;

/**
 * Writes down what a stage does: events for whoever listens, metrics and log for everybody else.
 * Used by the worker's one thread.
 */
final class Reporter implements TrainingObserver {
  private static final long EVENT_NANOS = 100_000_000;
  private static final long WRITTEN_NANOS = 400_000_000;
  private static final long HOLD_MILLIS = 50;

  private final RunFolder run;
  private final Consumer<Event> events;
  private final BooleanSupplier stop;
  private final TensorBoardLog tensorBoard;
  private final long start = System.nanoTime();
  private final double secondsBefore;
  private long lastEvent = start - EVENT_NANOS;
  private long lastWritten = start - WRITTEN_NANOS;
  private long heldNanos;

  /**
   * @param tensorBoard that follows the run, or null
   */
  Reporter(
      RunFolder run, Consumer<Event> events, BooleanSupplier stop, TensorBoardLog tensorBoard) {
    this.tensorBoard = tensorBoard;
    this.run = run;
    this.events = events;
    this.stop = stop;
    this.secondsBefore = run.state().seconds();
  }

  /** Seconds worked on this run, earlier workers included. */
  double seconds() {
    return secondsBefore + (System.nanoTime() - start - heldNanos) * 1e-9;
  }

  /**
   * Whether a user wants this run to stop. While it is to be held, the answer waits: whoever asks
   * does so between two steps.
   */
  boolean stopRequested() {
    boolean asked = stop.getAsBoolean();
    if (!asked && run.holdRequested()) {
      hold();
      return stop.getAsBoolean();
    }
    return asked;
  }

  private void hold() {
    long began = System.nanoTime();
    note(Event.PAUSED);
    while (run.holdRequested() && !stop.getAsBoolean()) {
      Pause.millis(HOLD_MILLIS);
    }
    heldNanos += System.nanoTime() - began;
    if (!stop.getAsBoolean()) {
      note("goes on");
    }
  }

  @Override
  public void step(StepReport report) {
    ObjectNode line = Json.object();
    line.put("kind", "step");
    line.put("step", report.step());
    line.put("epoch", report.epoch());
    line.put("time", rounded(seconds()));
    line.put("loss", report.terms()[0]);
    for (int i = 1; i < report.terms().length; i++) {
      line.put(report.names().get(i), report.terms()[i]);
    }
    line.put("learning_rate", report.learningRate());
    line.put("images_per_s", rounded(report.imagesPerSecond()));
    append(line);
    if (due()) {
      say(
          new Event(
              "progress",
              "epoch " + report.epoch() + "/" + report.epochs(),
              report.step(),
              report.steps(),
              report.terms()[0],
              report.imagesPerSecond(),
              report.secondsLeft(),
              null));
    }
  }

  @Override
  public void epoch(EpochReport report) {
    ObjectNode line = Json.object();
    line.put("kind", "epoch");
    line.put("step", report.step());
    line.put("epoch", report.epoch());
    line.put("time", rounded(seconds()));
    line.put("loss", report.loss());
    line.put("images_per_s", rounded(report.imagesPerSecond()));
    report
        .measures()
        .forEach(
            (name, value) -> {
              if (!value.isNaN()) {
                line.put(name, value);
              }
            });
    Memory.residentMegabytes().ifPresent(megabytes -> line.put("resident_mb", megabytes));
    line.put("heap_mb", Memory.heapMegabytes());
    append(line);
    String words = report.words();
    note(
        String.format(
            Locale.ROOT,
            "epoch %d/%d: loss %.5f, %s%s",
            report.epoch(),
            report.epochs(),
            report.loss(),
            NumberWords.pace(report.imagesPerSecond()),
            words.isEmpty() ? "" : "; " + words));
    RunState state = run.state();
    run.write(RunStates.progressed(state, report.epoch(), report.step(), seconds()));
  }

  private void append(ObjectNode line) {
    run.appendMetric(line);
    if (tensorBoard != null) {
      tensorBoard.catchUp();
    }
  }

  @Override
  public void note(String sentence) {
    run.log(sentence);
    events.accept(Event.note(sentence));
  }

  /** Progress of work that is no training. */
  void progress(String doing, long done, long total) {
    if (due() || done == total) {
      say(Event.progress(doing, done, total));
    }
  }

  /** To whoever listens, and now and then to the folder, for those who cannot. */
  private void say(Event progress) {
    events.accept(progress);
    long now = System.nanoTime();
    if (now - lastWritten >= WRITTEN_NANOS) {
      lastWritten = now;
      run.writeProgress(progress);
    }
  }

  private boolean due() {
    long now = System.nanoTime();
    if (now - lastEvent < EVENT_NANOS) {
      return false;
    }
    lastEvent = now;
    return true;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
