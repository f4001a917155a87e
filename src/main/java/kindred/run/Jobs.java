package kindred.run;

import java.util.LinkedHashMap;
import java.util.Map;
import kindred.experiment.Experiment;
import kindred.experiment.Stage;
import kindred.run.JobQueue.Job;

/** What a user asks of the runs of a workspace. Every call reads and writes files. */
public final class Jobs {
  private static final String OWNER = "window";

  private final Workspace workspace;
  private final JobQueue queue;

  public Jobs(Workspace workspace) {
    this.workspace = workspace;
    this.queue = new JobQueue(workspace);
  }

  /**
   * Makes a run and puts it at the end of the queue.
   *
   * @throws kindred.experiment.BadInput if the stage names something that is not there
   */
  public RunFolder launch(Stage stage) {
    RunFolder run = workspace.create(stage);
    queue.add(new Job(run.id(), stage.device(), OWNER, 0));
    return run;
  }

  /** Makes and queues the runs of all stages; by the names of the stages, in their order. */
  public Map<String, RunFolder> launch(Experiment experiment) {
    Map<String, RunFolder> runs = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    experiment
        .stages()
        .forEach(
            (name, stage) -> {
              RunFolder run = launch(stage.withInputs(ids));
              runs.put(name, run);
              ids.put(name, run.id());
            });
    return runs;
  }

  /** Stops a run after its next step, saved; one that waits leaves the queue. */
  public void stop(RunFolder run) {
    queue.remove(run.id());
    run.requestStop();
    RunState state = run.state();
    if (state.status() == RunState.Status.QUEUED) {
      String why = "taken out of the queue";
      run.write(RunStates.ended(state, RunState.Status.STOPPED, state.seconds(), why, null));
    }
  }

  /**
   * Lets a run that is not done wait for a worker again.
   *
   * @throws kindred.experiment.BadInput if there is nothing to resume
   */
  public void resume(RunFolder run) {
    workspace.requeue(run);
    queue.add(new Job(run.id(), run.stage().device(), OWNER, 0));
  }
}
