package kindred.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kindred.experiment.Json;
import kindred.experiment.Study;
import kindred.metrics.NumberWords;
import kindred.run.Studies;
import kindred.run.StudyMeasure;
import kindred.run.StudyPlan;
import kindred.run.StudyResults;
import kindred.run.StudyTables;
import kindred.run.TrialResult;
import kindred.run.Workspace;

/** What a study came to so far, on one page. */
final class StudyReport {
  private final Study study;
  private final StudyPlan plan;
  private final StudyResults results;

  StudyReport(Workspace workspace, String name) {
    this.study = new Studies(workspace).read(name);
    this.plan = new StudyPlan(study, workspace);
    this.results = plan.results();
  }

  Page page() {
    Page page = new Page(study.name(), head());
    for (StudyMeasure measure : StudyTables.measures(results)) {
      page.section(
          capital(measure.title()) + ", in %",
          new Html()
              .add(IntervalChart.draw(results, measure))
              .add(Html.table(StudyTables.header(results), StudyTables.rows(results, measure))));
    }
    Html notes = new Html();
    results.notes().forEach(note -> notes.element("p", note));
    page.section("To keep in mind", notes);
    return page.section("Trials", trials()).section("To repeat it", repeat());
  }

  private Html head() {
    Html head = new Html().element("h1", study.name()).line();
    String done =
        "Study · %s of %s done"
            .formatted(
                NumberWords.count(results.done()),
                NumberWords.count(results.runs(), "run", "runs"));
    String failed = results.failed() == 0 ? "" : ", " + results.failed() + " failed";
    String took = " · worked for " + NumberWords.duration(plan.seconds());
    return head.element("p", done + failed + took, "class", "quiet");
  }

  private static String capital(String title) {
    return title.startsWith("k-NN")
        ? title
        : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private Html trials() {
    List<StudyMeasure> measures = StudyTables.measures(results);
    List<String> header = new ArrayList<>(List.of("Variation", "Seed", "Encoder", "State"));
    measures.forEach(measure -> header.add(measure.title()));
    List<List<String>> rows = new ArrayList<>();
    for (TrialResult trial : results.trials()) {
      List<String> row = new ArrayList<>(List.of(trial.variation(), "" + trial.seed()));
      row.add(trial.encoder() == null ? "" : trial.encoder());
      row.add(trial.status() == null ? "to do" : trial.status().toString());
      for (StudyMeasure measure : measures) {
        Double value = trial.values().get(measure);
        row.add(value == null ? "" : NumberWords.percent(value));
      }
      rows.add(row);
    }
    return Html.table(header, rows);
  }

  private Html repeat() {
    return new Html()
        .element("p", "Keep this as STUDY.json; then: kindred study STUDY.json", "class", "quiet")
        .element("pre", Json.pretty(study));
  }
}
