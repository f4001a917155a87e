package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kindred.experiment.Trial;
import kindred.run.RunState.Status;

/**
 * What one trial of a study came to.
 *
 * @param run that measured, or null if it is not made yet
 * @param encoder the run that was measured, or null likewise
 * @param status of the measuring run, or of the first before it that is not done; null if not made
 * @param message why that one failed, or null
 * @param values what was measured so far
 * @param bestEpoch of the training, counted from 1; null if no epoch was measured
 */
public record TrialResult(
    String variation,
    long seed,
    String run,
    String encoder,
    Status status,
    String message,
    Map<StudyMeasure, Double> values,
    Integer bestEpoch) {
  private static final EpochAccuracies NONE = new EpochAccuracies();

  static TrialResult of(Trial trial, StudyRun measuring, Workspace workspace) {
    StudyRun decisive = decisive(measuring);
    Optional<RunFolder> encoder = workspace.find(measuring.stage().input());
    EpochAccuracies epochs =
        encoder.filter(run -> measuring.isDone()).map(EpochAccuracies::of).orElse(NONE);
    return new TrialResult(
        trial.variation(),
        trial.seed(),
        measuring.run().map(RunFolder::id).orElse(null),
        encoder.map(RunFolder::id).orElse(null),
        decisive.status().orElse(null),
        decisive.run().map(run -> run.state().message()).orElse(null),
        values(measuring, epochs),
        epochs.best().map(Map.Entry::getKey).orElse(null));
  }

  /** The run that says why the measuring one is where it is. */
  private static StudyRun decisive(StudyRun measuring) {
    StudyRun decisive = measuring;
    while (!decisive.isDone() && decisive.input().filter(run -> !run.isDone()).isPresent()) {
      decisive = decisive.input().get();
    }
    return decisive;
  }

  private static Map<StudyMeasure, Double> values(StudyRun measuring, EpochAccuracies epochs) {
    Map<StudyMeasure, Double> values = new EnumMap<>(StudyMeasure.class);
    if (measuring.isDone()) {
      JsonNode result = measuring.folder().state().result();
      put(values, StudyMeasure.KNN, number(result, "knn"));
      put(values, StudyMeasure.PROBE, number(result, "probe"));
      put(values, StudyMeasure.ONLINE_BEST, epochs.best().map(Map.Entry::getValue));
      put(values, StudyMeasure.ONLINE_LAST, epochs.last());
    }
    return values;
  }

  private static void put(
      Map<StudyMeasure, Double> values, StudyMeasure measure, Optional<Double> value) {
    value.ifPresent(number -> values.put(measure, number));
  }

  private static Optional<Double> number(JsonNode result, String field) {
    return result != null && result.path(field).isNumber()
        ? Optional.of(result.path(field).asDouble())
        : Optional.empty();
  }
}
