package kindred.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import kindred.run.Event;
import kindred.run.QueueWorker;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.StudyPlan;

/** Shows how a study gets on. */
final class StudyProgress implements QueueWorker.Watcher {
  private final StudyPlan plan;
  private final Terminal terminal;
  private final Map<String, RunState> failed = new LinkedHashMap<>();

  StudyProgress(StudyPlan plan, Terminal terminal) {
    this.plan = plan;
    this.terminal = terminal;
  }

  @Override
  public void begins(RunFolder run) {
    int done = plan.runs().size() - plan.toDo().size();
    terminal.note(
        "run "
            + (done + 1)
            + " of "
            + plan.runs().size()
            + ": "
            + run.id()
            + StudyListing.purpose(plan, run)
            + StudyListing.timeLeft(plan.remaining()));
  }

  @Override
  public void said(RunFolder run, Event event) {
    EventLines.show(terminal, run, event);
  }

  @Override
  public void ended(RunFolder run, RunState state) {
    failed.remove(run.id());
    switch (state.actualStatus()) {
      case DONE -> terminal.note(Results.sentence(run.id(), run.stage(), state));
      case STOPPED -> terminal.note(run.id() + ": stopped and saved");
      case RUNNING -> terminal.note(run.id() + ": another worker was faster");
      default -> failed.put(run.id(), state);
    }
  }

  @Override
  public void waits(String why) {
    terminal.note(why);
  }

  /** Says once more what went wrong, where a user looks: at the end. */
  void explainFailures() {
    failed.forEach(
        (run, state) ->
            terminal.note(
                "kindred: "
                    + run
                    + " failed: "
                    + (state.message() == null
                        ? "its worker died; see its worker-errors.txt"
                        : state.message())));
  }

  /** 0 if nothing failed, 2 if all that failed is for the user to put right, else 1. */
  int exitCode() {
    if (plan.toDo().isEmpty()) {
      return 0;
    }
    boolean fault = failed.values().stream().allMatch(RunState::badInput) && !failed.isEmpty();
    return fault ? Failures.BAD_INPUT : Failures.FAILED;
  }
}
