package kindred.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kindred.experiment.BadInput;
import kindred.experiment.Experiment;
import kindred.experiment.Stage;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/**
 * What a user asks of the runs of a workspace. Every call reads and writes files; whoever works on
 * the runs, in whichever process, finds the wish there.
 */
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
   * @throws BadInput if the stage names something that is not there
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

  /**
   * Stops a run after its next step, saved; one that waits leaves the queue. Either can be resumed.
   * Nothing happens to a run that has ended.
   */
  public void stop(RunFolder run) {
    Status status = run.state().actualStatus();
    if (status == Status.RUNNING) {
      run.requestStop();
    } else if (status == Status.QUEUED) {
      withdraw(run);
    } else if (Standing.of(run) == Standing.PAUSED) {
      run.forgetPause();
      queue.remove(run.id());
    }
  }

  /**
   * A worker that is just starting finds the wish to stop, which stays until the run is resumed.
   */
  private void withdraw(RunFolder run) {
    queue.remove(run.id());
    run.requestStop();
    Optional<Claim> claim = run.tryClaim();
    if (claim.isPresent()) {
      try (Claim held = claim.get()) {
        RunState state = run.state();
        if (state.status() == Status.QUEUED) {
          String why = "taken out of the queue";
          run.write(RunStates.ended(state, Status.STOPPED, state.seconds(), why, null));
          run.forgetPause();
        }
      }
    }
  }

  /**
   * Lets a run rest until it is resumed: between two steps, or in the queue if it waits there.
   * Either way it goes on later exactly as it would have.
   *
   * @param freeDevice whether its worker saves and ends, so that the next job gets the device; else
   *     it keeps its memory and its place
   */
  public void pause(RunFolder run, boolean freeDevice) {
    Status status = run.state().actualStatus();
    if (status == Status.RUNNING || status == Status.QUEUED) {
      run.requestPause(freeDevice);
    }
  }

  /**
   * Takes a paused, stopped, failed or lost run up again. If it has no worker, it comes first in
   * the queue, unless it has kept its place there.
   *
   * @throws BadInput if there is nothing to resume
   */
  public void resume(RunFolder run) {
    run.forgetPause();
    Status status = run.state().actualStatus();
    if (status == Status.RUNNING) {
      return;
    }
    if (status != Status.QUEUED) {
      workspace.requeue(run);
    }
    queue.addFirst(new Job(run.id(), run.stage().device(), OWNER, 0));
  }

  /**
   * Sees to runs that wait but are in no queue, because whoever launched, resumed or stopped them
   * died at that moment: they get the last places in the queue, or leave it for good if that was
   * the wish.
   *
   * @param age how long ago they changed at least; what is being launched just now is left alone
   */
  public void adopt(Duration age) {
    Instant before = Instant.now().minus(age);
    Set<String> queued = new HashSet<>(order());
    for (RunFolder run : workspace.all()) {
      if (!queued.contains(run.id()) && waitsSince(run, before)) {
        if (run.stopRequested()) {
          withdraw(run);
        } else {
          queue.add(new Job(run.id(), run.stage().device(), OWNER, 0));
        }
      }
    }
  }

  private static boolean waitsSince(RunFolder run, Instant before) {
    try {
      RunState state = run.state();
      return state.status() == Status.QUEUED
          && !run.pauseRequested()
          && run.readableStage().isPresent()
          && !Instant.parse(state.updated()).isAfter(before);
    } catch (BadInput damaged) {
      return false; // it is shown as such, and nothing can be done with it
    }
  }

  /** The runs in the queue, the next one first. */
  public List<String> order() {
    return queue.jobs().stream().map(Job::run).toList();
  }

  /**
   * Moves a run within the queue.
   *
   * @param position from 0, the first; what is beyond the end means the end
   */
  public void move(RunFolder run, int position) {
    queue.move(run.id(), position);
  }
}
