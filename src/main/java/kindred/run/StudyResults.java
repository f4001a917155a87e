package kindred.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.evaluate.Estimate;
import kindred.evaluate.PairedDifference;
import kindred.run.RunState.Status;

/**
 * What a study came to so far.
 *
 * @param study its name
 * @param baseline the variation that others are compared with, or null
 * @param runs that it needs
 * @param done of these
 * @param failed of these
 * @param variations in the study's order
 * @param trials in the study's order
 * @param notes what a reader of the numbers must know
 */
public record StudyResults(
    String study,
    String baseline,
    int runs,
    int done,
    int failed,
    List<Row> variations,
    List<TrialResult> trials,
    List<String> notes) {
  private static final String NO_EPOCHS =
      "Only the last epoch is reported: the trainings have no accuracy per epoch (no "
          + EpochAccuracies.FIELD
          + " in their metrics.jsonl).";
  private static final String OPTIMISTIC =
      "The best epoch is chosen by the very accuracy that is reported, which flatters it; compare"
          + " variations by the last epoch.";
  private static final String UNCORRECTED =
      "The p-values are not corrected for the number of comparisons: of twenty variations without"
          + " any effect, one is expected below 0.05.";

  /**
   * One variation.
   *
   * @param measures those that at least one of its trials has
   */
  public record Row(String variation, Map<StudyMeasure, Comparison> measures) {}

  /**
   * One measure of one variation.
   *
   * @param estimate over its seeds
   * @param difference to the baseline over the seeds that both have; null for the baseline itself,
   *     or if there is none, or no such seed
   */
  public record Comparison(Estimate estimate, PairedDifference difference) {
    private boolean tested() {
      return difference != null && difference.p() != null;
    }
  }

  /** Collects what the runs of a plan left. */
  static StudyResults of(StudyPlan plan, Workspace workspace) {
    List<TrialResult> trials = new ArrayList<>();
    plan.measured().forEach((trial, run) -> trials.add(TrialResult.of(trial, run, workspace)));
    Map<String, List<TrialResult>> byVariation = new LinkedHashMap<>();
    for (TrialResult trial : trials) {
      byVariation.computeIfAbsent(trial.variation(), name -> new ArrayList<>()).add(trial);
    }
    String baseline = plan.study().baseline();
    List<TrialResult> base = byVariation.getOrDefault(baseline, List.of());
    List<Row> rows = new ArrayList<>();
    byVariation.forEach(
        (name, own) ->
            rows.add(new Row(name, measures(own, name.equals(baseline) ? List.of() : base))));
    return new StudyResults(
        plan.study().name(),
        baseline,
        plan.runs().size(),
        count(plan, Status.DONE),
        count(plan, Status.FAILED),
        rows,
        trials,
        notes(rows));
  }

  private static int count(StudyPlan plan, Status status) {
    return (int)
        plan.runs().stream().filter(run -> run.status().filter(status::equals).isPresent()).count();
  }

  private static Map<StudyMeasure, Comparison> measures(
      List<TrialResult> own, List<TrialResult> base) {
    Map<StudyMeasure, Comparison> measures = new EnumMap<>(StudyMeasure.class);
    for (StudyMeasure measure : StudyMeasure.values()) {
      Map<Long, Double> values = bySeed(own, measure);
      if (!values.isEmpty()) {
        Map<Long, Double> others = bySeed(base, measure);
        measures.put(
            measure, new Comparison(Estimate.of(array(values)), difference(values, others)));
      }
    }
    return measures;
  }

  private static PairedDifference difference(Map<Long, Double> values, Map<Long, Double> others) {
    Map<Long, Double> paired = new LinkedHashMap<>(values);
    paired.keySet().retainAll(others.keySet());
    Map<Long, Double> against = new LinkedHashMap<>();
    paired.keySet().forEach(seed -> against.put(seed, others.get(seed)));
    return paired.isEmpty() ? null : PairedDifference.of(array(paired), array(against));
  }

  private static Map<Long, Double> bySeed(List<TrialResult> trials, StudyMeasure measure) {
    Map<Long, Double> values = new LinkedHashMap<>();
    for (TrialResult trial : trials) {
      if (trial.values().containsKey(measure)) {
        values.put(trial.seed(), trial.values().get(measure));
      }
    }
    return values;
  }

  private static double[] array(Map<Long, Double> values) {
    return values.values().stream().mapToDouble(value -> value).toArray();
  }

  private static List<String> notes(List<Row> rows) {
    List<String> notes = new ArrayList<>();
    boolean measured = rows.stream().anyMatch(row -> !row.measures().isEmpty());
    boolean epochs =
        rows.stream().anyMatch(row -> row.measures().containsKey(StudyMeasure.ONLINE_BEST));
    if (measured) {
      notes.add(epochs ? OPTIMISTIC : NO_EPOCHS);
    }
    if (rows.stream()
        .flatMap(row -> row.measures().values().stream())
        .anyMatch(Comparison::tested)) {
      notes.add(UNCORRECTED);
    }
    return notes;
  }
}
