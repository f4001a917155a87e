package kindred.gui.studies;

import kindred.experiment.Study;
import kindred.gui.core.Words;
import kindred.run.JobQueue;
import kindred.run.Studies;
import kindred.run.StudyPlan;
import kindred.run.StudyPlan.Remaining;
import kindred.run.StudyResults;
import kindred.run.Workspace;

/**
 * How a study stands.
 *
 * @param remaining what is still to do
 * @param queued whether runs of it wait or are under way
 */
record StudyOverview(Study study, StudyResults results, Remaining remaining, boolean queued) {

  /**
   * Looks at a study's runs; reads many files. What they came to is recorded in the study's folder
   * if it is news.
   *
   * @param before what was seen last, or null
   */
  static StudyOverview of(Workspace workspace, String name, StudyOverview before) {
    Studies studies = new Studies(workspace);
    Study study = studies.read(name);
    StudyPlan plan = new StudyPlan(study, workspace);
    StudyResults results = plan.results();
    if (before == null || !results.equals(before.results())) {
      studies.record(plan);
    }
    boolean queued =
        new JobQueue(workspace)
            .jobs().stream().anyMatch(job -> job.owner().equals("studies/" + name));
    return new StudyOverview(study, results, plan.remaining(), queued);
  }

  boolean finished() {
    return results.done() == results.runs();
  }

  /** A line on how far it is. */
  String progress() {
    String failed = results.failed() == 0 ? "" : " · " + Words.count(results.failed()) + " failed";
    return Words.count(results.done())
        + " of "
        + Words.count(results.runs(), "run", "runs")
        + " done"
        + failed
        + (finished() ? "" : " · " + time(remaining) + " left");
  }

  /** How long that takes, as far as anybody can know. */
  static String time(Remaining remaining) {
    if (remaining.unknown() == 0) {
      return "about " + Words.duration(remaining.seconds());
    }
    return remaining.seconds() == 0
        ? "an unknown time"
        : "about "
            + Words.duration(remaining.seconds())
            + " and "
            + Words.count(remaining.unknown(), "run", "runs")
            + " of a kind never timed";
  }
}
