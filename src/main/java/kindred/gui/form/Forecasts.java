package kindred.gui.form;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import kindred.data.DatasetInfo;
import kindred.experiment.DeviceNames;
import kindred.experiment.EvaluateStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.experiment.TrainingStage;
import kindred.gui.core.Board;
import kindred.gui.core.RunRow;
import kindred.gui.core.Words;
import kindred.run.RunNames;
import kindred.run.RunState;
import kindred.run.TrainingLength;

/**
 * Tells from the runs of the workspace how long another will take: from the last one that did the
 * same kind of work with the same network, image size, batch and device, by the images it saw. For
 * the application thread.
 */
final class Forecasts {
  private static final double EVALUATION_HOLDOUT = 0.1;

  private final Board board;
  private final Inputs inputs;
  private Measured measured;

  /** A speed measured on request, for stages that cost the same by step. */
  record Measured(Stage stage, double imagesPerSecond) {}

  Forecasts(Board board, Inputs inputs) {
    this.board = board;
    this.inputs = inputs;
  }

  void measured(Stage stage, double imagesPerSecond) {
    measured = new Measured(stage, imagesPerSecond);
  }

  /** The outlook of a stage. */
  Forecast of(Stage stage) {
    Optional<DatasetInfo> images = inputs.imagesOf(stage).flatMap(inputs::info);
    if (images.isEmpty()) {
      return Forecast.NONE;
    }
    TrainingPlan training = trainingOf(stage);
    return training == null
        ? ofSearch(stage, images.get())
        : ofTraining(stage, training, images.get());
  }

  private Forecast ofTraining(Stage stage, TrainingPlan training, DatasetInfo images) {
    TrainingLength length = TrainingLength.of(training, images);
    String work =
        Words.count(length.images(), "image", "images") + " an epoch · " + length.inWords();
    double all = (double) length.images() * training.epochs();
    Optional<RunRow> before = latest(run -> sameCost(stage, run.stage().get()) && rate(run) > 0);
    if (before.isPresent()) {
      double seconds = all / rate(before.get());
      String basis = "going by " + RunNames.brief(before.get().id());
      return Forecast.known(work, seconds, basis, before.get(), device(stage));
    }
    if (measured != null && sameCost(stage, measured.stage())) {
      double seconds = all / measured.imagesPerSecond();
      return Forecast.known(work, seconds, "as just measured", null, device(stage));
    }
    return Forecast.unknown(work, device(stage));
  }

  /** Comparing all images grows with their square, a probe with their number. */
  private Forecast ofSearch(Stage stage, DatasetInfo images) {
    boolean pairs = stage instanceof NeighborStage;
    ToDoubleFunction<RunRow> size = run -> work(run.stage().get(), pairs);
    String work = workOf(stage, images);
    Optional<RunRow> before =
        latest(
            run -> run.stage().get().getClass() == stage.getClass() && size.applyAsDouble(run) > 0);
    if (before.isEmpty()) {
      return Forecast.unknown(work, device(stage));
    }
    double seconds =
        before.get().now().state().seconds()
            * Math.max(1, work(stage, pairs) / size.applyAsDouble(before.get()));
    String basis = "going by " + RunNames.brief(before.get().id());
    return Forecast.known(work, seconds, basis, before.get(), device(stage));
  }

  private String workOf(Stage stage, DatasetInfo images) {
    if (!(stage instanceof EvaluateStage evaluation)) {
      long compared =
          inputs
              .training(stage.input())
              .map(training -> TrainingLength.of(training, images).images())
              .orElse((long) images.count());
      return Words.count(compared, "image", "images") + " compared with one another";
    } else if (evaluation.test() != null) {
      return "learned on "
          + Words.count(images.count(), "image", "images")
          + ", tested on another set";
    }
    double kept = inputs.training(evaluation.source()).map(TrainingPlan::holdout).orElse(0.0);
    double usual = kept > 0 ? kept : EVALUATION_HOLDOUT;
    double share = Objects.requireNonNullElse(evaluation.holdout(), usual);
    long tested = images.keepsSplit() ? images.test() : Math.round(images.count() * share);
    String about = "about " + Words.count(tested, "image", "images") + " ";
    return images.keepsSplit() || kept > 0
        ? about + "held out for the test"
        : about + "for the test, which the run was trained on too: it held out none";
  }

  private double work(Stage stage, boolean pairs) {
    double count = inputs.imagesOf(stage).flatMap(inputs::info).map(DatasetInfo::count).orElse(0);
    return pairs ? count * count : count;
  }

  private Optional<RunRow> latest(Predicate<RunRow> alike) {
    for (int i = board.runs().size() - 1; i >= 0; i--) {
      RunRow run = board.runs().get(i);
      if (run.stage().isPresent()
          && run.now().state().status() == RunState.Status.DONE
          && alike.test(run)) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }

  /** Images a second over a whole run, with all that it did besides; 0 if that is not known. */
  private double rate(RunRow run) {
    TrainingPlan training = trainingOf(run.stage().get());
    RunState state = run.now().state();
    Optional<DatasetInfo> images = inputs.imagesOf(run.stage().get()).flatMap(inputs::info);
    return training == null || images.isEmpty() || state.seconds() <= 0
        ? 0
        : (double) TrainingLength.of(training, images.get()).images()
            * state.epoch()
            / state.seconds();
  }

  private boolean sameCost(Stage a, Stage b) {
    TrainingPlan one = trainingOf(a);
    TrainingPlan other = trainingOf(b);
    return other != null
        && a.title().equals(b.title())
        && one.encoder() == other.encoder()
        && Objects.equals(one.latent(), other.latent())
        && one.batch().equals(other.batch())
        && one.device().equals(other.device())
        && one.threads().equals(other.threads())
        && one.precision() == other.precision()
        && pixels(a) == pixels(b);
  }

  private int pixels(Stage stage) {
    return inputs.imagesOf(stage).flatMap(inputs::info).map(DatasetInfo::imageBytes).orElse(0);
  }

  static TrainingPlan trainingOf(Stage stage) {
    return stage instanceof TrainingStage made ? made.training() : null;
  }

  private static String device(Stage stage) {
    return DeviceNames.spoken(stage.device());
  }
}
